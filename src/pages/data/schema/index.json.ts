import type { APIRoute } from 'astro';
import { dataIndexSchema } from '../../../queries/data-package.ts';

export const GET: APIRoute = () => new Response(dataIndexSchema());
