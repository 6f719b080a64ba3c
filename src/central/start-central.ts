import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { PROTOCOL_VERSIONS, type VersionRange } from '#shared/protocol/versions.ts';
import type { Campaign } from '#shared/contract/campaign.ts';
import type { BucketPlace } from './blobs/bucket-objects.ts';
import { openBlobPlace } from './blobs/blob-place.ts';
import { createBlobStore } from './blobs/blob-store.ts';
import { startChores, type Chores } from './chores.ts';
import { batchRecipients } from './batches/batch-identity.ts';
import { createEnrolmentCode, type EnrolmentCodeRequest } from './enrolment/enrolment-codes.ts';
import { readFigures, type Figures } from './figures.ts';
import type { Centre } from './http/centre.ts';
import { createHttpServer } from './http/http-server.ts';
import { requireSafeDoor, type TlsFiles } from './http/tls.ts';
import { openCentreKind } from './keys/centre-kind.ts';
import { openEpoch } from './keys/server-epoch.ts';
import { loadServerKey } from './keys/server-key.ts';
import { deadlinesOf } from './intake/deadlines.ts';
import { createMailer, type Mailer } from './mail/mailer.ts';
import { sendDueMails } from './mail/send-due-mails.ts';
import { deleteUnused } from './portal/delete-unused.ts';
import { openDatabase, type Database } from './postgres/database.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './postgres/embedded-postgres.ts';
import { migrate } from './postgres/migrate.ts';
import { dropOldAttempts } from './web/attempts.ts';
import { dropOldSessions } from './web/sessions.ts';

export interface CentralOptions {
  /** Scans, log, and the embedded PostgreSQL. */
  dataFolder: string;
  /** `blobs` inside `dataFolder` unless told otherwise. */
  blobsFolder?: string;
  /** Instead of a folder: an S3-compatible store. */
  blobsBucket?: BucketPlace;
  /** Any PostgreSQL; without it, one of our own inside `dataFolder`. */
  databaseUrl?: string;
  /** 0 or absent: any free one. */
  port?: number;
  /** Loopback unless told otherwise. Beyond it, TLS is asked for. */
  host?: string;
  tls?: TlsFiles;
  /** Beyond loopback without TLS: only where a proxy beside the centre speaks it. */
  allowsPlainHttp?: boolean;
  /** Training stations only, or real ones only; when absent, the first station that enrols decides for ever. */
  training?: boolean;
  /** Where candidates and the rectorat find the pages, as in mails; the address listened on unless told otherwise. */
  publicUrl?: string;
  /** Without it mails wait, and the counter is told so. */
  mail?: { smtpUrl: string; from: string };
  /** A second reader of batches, kept by the rectorat: a public key of age. */
  recoveryRecipient?: string;
  /** Versions of the protocol it speaks; narrower than the program's own to leave old stations behind. */
  protocols?: VersionRange;
  /** Whose dates it asks of registrations; without them it asks none. */
  campaigns?: readonly Campaign[];
  /** The centre's clock. */
  nowMs?: () => number;
}

export interface Central {
  url: string;
  /** Null while neither the options nor a first station has decided. */
  isTraining(): Promise<boolean | null>;
  createEnrolmentCode(request: EnrolmentCodeRequest): Promise<string>;
  figures(): Promise<Figures>;
  /** Does now what is done every half-minute: mails that are due, accounts that are too old. */
  doChores(): Promise<void>;
  /** Ends running requests, then the database. Twice is once. */
  close(): Promise<void>;
}

/** The reference central server. State is in PostgreSQL and in the folder of scans; the process keeps none. */
export async function startCentral(options: CentralOptions): Promise<Central> {
  const { dataFolder, databaseUrl, port = 0, host = '127.0.0.1' } = options;
  requireSafeDoor(host, options);
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const embedded = databaseUrl === undefined ? await startEmbeddedPostgres(dataFolder) : undefined;
  const database = openDatabase(databaseUrl ?? embedded?.databaseUrl ?? '');
  try {
    const { app, centre, mailer } = await openCentre(database, options);
    await app.listen({ port, host });
    centre.chores.wake();
    let closing: Promise<void> | undefined;
    const close = async () => {
      await app.close();
      await centre.chores.stop();
      mailer?.close();
      await closeDatabase(database, embedded);
    };
    return {
      url: urlOf(app, options.tls),
      isTraining: () => centre.kind.isTraining(),
      createEnrolmentCode: (request) => createEnrolmentCode(database, centre.key.keyId, request),
      figures: () => readFigures(database),
      doChores: () => centre.chores.settle(),
      close: () => (closing ??= close()),
    };
  } catch (error) {
    await closeDatabase(database, embedded);
    throw error;
  }
}

/** What was begun and left is looked for once a day, and at each start. */
const SWEEP_EVERY_MS = 24 * 3_600_000;

interface Opened {
  app: FastifyInstance;
  centre: Centre;
  mailer: Mailer | undefined;
}

async function openCentre(database: Database, options: CentralOptions): Promise<Opened> {
  const { dataFolder, blobsFolder = join(dataFolder, 'blobs'), training, nowMs = () => Date.now() } = options;
  await migrate(database);
  const key = await loadServerKey(database);
  const epoch = await openEpoch(database, dataFolder, training);
  const kind = openCentreKind(database);
  const folder = openBlobPlace({ ...options, blobsFolder });
  const blobs = createBlobStore({
    database,
    folder,
    key,
    epoch: epoch.epoch,
    nowMs,
  });
  const mailer = options.mail && createMailer(options.mail.smtpUrl, options.mail.from);
  const publicUrl = () => options.publicUrl ?? urlOf(app, options.tls);
  let sweptAtMs = Number.NEGATIVE_INFINITY;
  const round = async () => {
    await key.refresh();
    if (nowMs() - sweptAtMs >= SWEEP_EVERY_MS) {
      sweptAtMs = nowMs();
      await blobs.discardAbandoned();
    }
    await choresRound(database, nowMs, mailer && { mailer, publicUrl: publicUrl() });
  };
  const chores: Chores = startChores(round, (error) =>
    app.log.error({ chore: error instanceof Error ? error.name : 'unknown' }),
  );
  const { protocols = PROTOCOL_VERSIONS } = options;
  const recipients = await batchRecipients(database, options.recoveryRecipient);
  const centre: Centre = {
    database,
    key,
    epoch,
    blobs,
    kind,
    chores,
    batchRecipients: recipients,
    protocols,
    deadlines: options.campaigns && deadlinesOf(options.campaigns),
    incomingFolder: join(dataFolder, 'incoming'),
    nowMs,
  };
  const app = createHttpServer(centre, join(dataFolder, 'central.log'), options.tls);
  return { app, centre, mailer };
}

async function choresRound(
  database: Database,
  nowMs: () => number,
  posting: { mailer: Mailer; publicUrl: string } | undefined,
): Promise<void> {
  await deleteUnused(database, nowMs());
  await dropOldSessions(database, nowMs());
  await dropOldAttempts(database, nowMs());
  if (posting) await sendDueMails({ database, nowMs, ...posting });
}

async function closeDatabase(database: Database, embedded: EmbeddedPostgres | undefined): Promise<void> {
  await database.close();
  await embedded?.stop();
}

function urlOf(app: FastifyInstance, tls: TlsFiles | undefined): string {
  const { address, family, port } = app.server.address() as AddressInfo;
  return `${tls ? 'https' : 'http'}://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}
