import type { APIRoute, GetStaticPaths } from 'astro';
import { dataLines } from '../../queries/data.ts';
import { dataNames, type DataName } from '../../routes.ts';

export const getStaticPaths: GetStaticPaths = () =>
  dataNames.map((name) => ({ params: { name }, props: { name } }));

export const GET: APIRoute<{ name: DataName }> = async ({ props }) =>
  new Response(await dataLines(props.name));
