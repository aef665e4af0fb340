import type { APIRoute, GetStaticPaths } from 'astro';
import { dataSchema } from '../../../queries/data.ts';
import { dataNames, type DataName } from '../../../routes.ts';

export const getStaticPaths: GetStaticPaths = () =>
  dataNames.map((name) => ({ params: { name }, props: { name } }));

export const GET: APIRoute<{ name: DataName }> = ({ props }) => new Response(dataSchema(props.name));
