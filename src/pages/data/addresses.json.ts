import type { APIRoute } from 'astro';
import { addressesData } from '../../queries/addresses.ts';

export const GET: APIRoute = async () => new Response(await addressesData());
