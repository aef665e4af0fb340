import type { APIRoute } from 'astro';
import { robotsFile } from '../queries/for-robots.ts';

export const GET: APIRoute = () => new Response(robotsFile());
