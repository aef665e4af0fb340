import type { APIRoute } from 'astro';
import { dataIndexFile } from '../../queries/data-package.ts';

export const GET: APIRoute = async () => new Response(await dataIndexFile());
