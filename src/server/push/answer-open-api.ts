import 'server-only';
import { buildOpenApi } from './build-open-api';

/** GET /api/v1/openapi.json: open to everybody, pages of others included, for it holds nothing but the contract. */
export function answerOpenApi(): Response {
  return Response.json(buildOpenApi(), {
    headers: { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'public, max-age=300' },
  });
}
