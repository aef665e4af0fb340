import type { APIRoute } from 'astro';
import { addressesSchema } from '../../../queries/addresses.ts';

export const GET: APIRoute = () => new Response(addressesSchema());
