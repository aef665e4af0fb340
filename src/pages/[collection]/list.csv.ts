import type { APIRoute, GetStaticPaths } from 'astro';
import { listCsv, listSelections, type ListSelection } from '../../queries/lists.ts';

export const getStaticPaths: GetStaticPaths = async () =>
  (await listSelections())
    .filter(({ facet }) => facet === undefined)
    .map((selection) => ({ params: { collection: selection.collection }, props: { selection } }));

export const GET: APIRoute<{ selection: ListSelection }> = async ({ props }) =>
  new Response(await listCsv(props.selection));
