import type { APIRoute, GetStaticPaths } from 'astro';
import { citationFiles } from '../../queries/citations.ts';

export const getStaticPaths: GetStaticPaths = async () =>
  (await citationFiles()).map(({ page, format, text }) => ({
    params: { page: page.slice(1, -1), format },
    props: { text },
  }));

export const GET: APIRoute<{ text: string }> = ({ props }) => new Response(props.text);
