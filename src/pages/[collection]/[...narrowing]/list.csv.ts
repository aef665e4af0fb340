import type { APIRoute, GetStaticPaths } from 'astro';
import { listCsv, listParams, listSelections, type ListSelection } from '../../../queries/lists.ts';

export const getStaticPaths: GetStaticPaths = async () =>
  (await listSelections())
    .filter(({ order }) => order === undefined)
    .map((selection) => ({ params: listParams(selection), props: { selection } }));

export const GET: APIRoute<{ selection: ListSelection }> = async ({ props }) =>
  new Response(await listCsv(props.selection));
