import type { APIRoute, GetStaticPaths } from 'astro';
import { feedFiles } from '../../queries/feeds.ts';

export const getStaticPaths: GetStaticPaths = async () =>
  (await feedFiles()).map(({ page, text }) => ({
    params: { page: page.slice(1, -1) || undefined },
    props: { text },
  }));

export const GET: APIRoute<{ text: string }> = ({ props }) => new Response(props.text);
