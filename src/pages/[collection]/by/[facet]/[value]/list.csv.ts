import type { APIRoute, GetStaticPaths } from 'astro';
import { listCsv, listSelections, type ListSelection } from '../../../../../queries/lists.ts';

export const getStaticPaths: GetStaticPaths = async () =>
  (await listSelections()).flatMap((selection) => {
    const { collection, facet, value } = selection;
    return facet === undefined || value === undefined
      ? []
      : [{ params: { collection, facet, value }, props: { selection } }];
  });

export const GET: APIRoute<{ selection: ListSelection }> = async ({ props }) =>
  new Response(await listCsv(props.selection));
