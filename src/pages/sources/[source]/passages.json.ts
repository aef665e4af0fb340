import type { APIRoute, GetStaticPaths } from 'astro';
import { sourceViews } from '../../../queries/sources.ts';
import { storedTextsFile } from '../../../queries/verification.ts';

export const getStaticPaths: GetStaticPaths = async () =>
  (await sourceViews()).map(({ entry: { id } }) => ({ params: { source: id }, props: { id } }));

export const GET: APIRoute<{ id: string }> = async ({ props }) =>
  new Response(await storedTextsFile(props.id));
