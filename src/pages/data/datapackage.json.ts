import type { APIRoute } from 'astro';
import { dataPackage } from '../../queries/data-package.ts';

export const GET: APIRoute = async () => new Response(await dataPackage());
