import type { FastifyInstance } from 'fastify';
import { openApiDocument } from './open-api.ts';

export function openApiRoute(app: FastifyInstance): void {
  const document = openApiDocument();
  app.get('/v1/openapi.json', () => document);
}
