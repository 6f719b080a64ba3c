import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { openBlobFolder } from './blobs/blob-folder.ts';
import { createBlobStore } from './blobs/blob-store.ts';
import { createEnrolmentCode, type EnrolmentCodeRequest } from './enrolment/enrolment-codes.ts';
import { readFigures, type Figures } from './figures.ts';
import { createHttpServer } from './http/http-server.ts';
import { openCentreKind, type CentreKind } from './keys/centre-kind.ts';
import { openEpoch } from './keys/server-epoch.ts';
import { loadServerKey } from './keys/server-key.ts';
import { openDatabase, type Database } from './postgres/database.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './postgres/embedded-postgres.ts';
import { migrate } from './postgres/migrate.ts';

export interface CentralOptions {
  /** Scans, log, and the embedded PostgreSQL. */
  dataFolder: string;
  /** `blobs` inside `dataFolder` unless told otherwise. */
  blobsFolder?: string;
  /** Any PostgreSQL; without it, one of our own inside `dataFolder`. */
  databaseUrl?: string;
  /** 0 or absent: any free one. */
  port?: number;
  /** Loopback unless told otherwise: TLS is for the proxy in front. */
  host?: string;
  /** Training stations only, or real ones only; when absent, the first station that enrols decides for ever. */
  training?: boolean;
}

export interface Central {
  url: string;
  /** Null while neither the options nor a first station has decided. */
  isTraining(): Promise<boolean | null>;
  createEnrolmentCode(request: EnrolmentCodeRequest): Promise<string>;
  figures(): Promise<Figures>;
  /** Ends running requests, then the database. Twice is once. */
  close(): Promise<void>;
}

/** The reference central server. State is in PostgreSQL and in the folder of scans; the process keeps none. */
export async function startCentral(options: CentralOptions): Promise<Central> {
  const { dataFolder, databaseUrl, port = 0, host = '127.0.0.1' } = options;
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const embedded = databaseUrl === undefined ? await startEmbeddedPostgres(dataFolder) : undefined;
  const database = openDatabase(databaseUrl ?? embedded?.databaseUrl ?? '');
  try {
    const { app, keyId, kind } = await openCentre(database, options);
    await app.listen({ port, host });
    let closing: Promise<void> | undefined;
    const close = async () => {
      await app.close();
      await closeDatabase(database, embedded);
    };
    return {
      url: urlOf(app),
      isTraining: () => kind.isTraining(),
      createEnrolmentCode: (request) => createEnrolmentCode(database, keyId, request),
      figures: () => readFigures(database),
      close: () => (closing ??= close()),
    };
  } catch (error) {
    await closeDatabase(database, embedded);
    throw error;
  }
}

async function openCentre(
  database: Database,
  options: CentralOptions,
): Promise<{ app: FastifyInstance; keyId: string; kind: CentreKind }> {
  const { dataFolder, blobsFolder = join(dataFolder, 'blobs'), training } = options;
  await migrate(database);
  const key = await loadServerKey(database);
  const epoch = await openEpoch(database, dataFolder, training);
  const kind = openCentreKind(database);
  const nowMs = () => Date.now();
  const folder = openBlobFolder(blobsFolder);
  const blobs = createBlobStore({ database, folder, key, epoch: epoch.epoch, nowMs });
  const app = createHttpServer({ database, key, epoch, blobs, kind, nowMs }, join(dataFolder, 'central.log'));
  return { app, keyId: key.keyId, kind };
}

async function closeDatabase(database: Database, embedded: EmbeddedPostgres | undefined): Promise<void> {
  await database.close();
  await embedded?.stop();
}

function urlOf(app: FastifyInstance): string {
  const { address, family, port } = app.server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}
