import type { APIRoute, GetStaticPaths } from 'astro';
import { recordFiles } from '../../queries/data.ts';

export const getStaticPaths: GetStaticPaths = async () =>
  (await recordFiles()).map(({ page, text }) => ({ params: { page: page.slice(1, -1) }, props: { text } }));

export const GET: APIRoute<{ text: string }> = ({ props }) => new Response(props.text);
