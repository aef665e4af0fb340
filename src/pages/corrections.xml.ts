import type { APIRoute } from 'astro';
import { correctionsFeed } from '../queries/corrections.ts';

export const GET: APIRoute = async () => new Response(await correctionsFeed());
