import type { APIRoute } from 'astro';
import { openSearchDescription } from '../queries/search.ts';

export const GET: APIRoute = () => new Response(openSearchDescription());
