import type { APIRoute } from 'astro';
import { llmsFile } from '../queries/for-robots.ts';

export const GET: APIRoute = async () => new Response(await llmsFile());
