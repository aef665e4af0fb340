import type { APIRoute } from 'astro';
import { entityFile } from '../../queries/search.ts';

export const GET: APIRoute = async () => new Response(await entityFile());
