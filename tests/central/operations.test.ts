import SwaggerParser from '@apidevtools/swagger-parser';
import { expect, it } from 'vitest';
import { aFolder } from '../builders/folder.ts';
import { startCentral } from '#central/index.ts';
import { aCentral, usePostgres } from '../builders/central.ts';

const postgres = usePostgres();

it('the centre describes its protocol in valid OpenAPI, and tells how it fares without naming anybody', async () => {
  const central = await aCentral(postgres);
  const get = async (path: string) => (await fetch(central.url + path)).text();
  const document = JSON.parse(await get('/v1/openapi.json')) as Parameters<typeof SwaggerParser.validate>[0];
  await expect(SwaggerParser.validate(document)).resolves.toBeTruthy();
  expect([await get('/health/live'), await get('/health/ready')]).toEqual(Array(2).fill('{"status":"ok"}'));
  expect(await get('/metrics')).toMatch(/^guichet_quarantine_undecided 0$/m);
});

it('the centre does not speak in clear beyond this machine unless told in so many words', async () => {
  const databaseUrl = await postgres.freshDatabase();
  const start = startCentral({ dataFolder: aFolder(), databaseUrl, host: '0.0.0.0' });
  await expect(start).rejects.toThrow('demande un certificat');
});
