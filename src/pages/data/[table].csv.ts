import type { APIRoute, GetStaticPaths } from 'astro';
import { tableFile } from '../../queries/tables.ts';
import { tableNames } from '../../routes.ts';

export const getStaticPaths: GetStaticPaths = () => tableNames.map((table) => ({ params: { table } }));

export const GET: APIRoute = async ({ params }) => new Response(await tableFile(params['table'] ?? ''));
