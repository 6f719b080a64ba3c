import { createPublicKey, verify } from 'node:crypto';
import { keyMarkOf } from '#shared/protocol/enrolment-code.ts';
import {
  enrolmentFileSchema,
  MAX_ENROLMENT_FILE_BYTES,
  type EnrolmentAnswer,
  type EnrolmentFile,
} from '#shared/protocol/enrolment-file.ts';
import { batchRecipients } from '../batches/batch-identity.ts';
import { canonicalText } from '../canonical.ts';
import { openCentreKind } from '../keys/centre-kind.ts';
import { openEpoch } from '../keys/server-epoch.ts';
import { loadServerKey } from '../keys/server-key.ts';
import type { Database } from '../postgres/database.ts';
import { enrolWithoutCode } from './enrol-station.ts';

/** What cannot be taken in; nothing was changed. */
export class EnrolmentFileRefused extends Error {}

export interface EnrolledByFile {
  station: { stationId: string; name: string; office: string };
  block: string;
  /** Bytes of the file that goes back. */
  answer: Uint8Array;
  /** What the clerk types with it, so that the station knows whose answer it is. */
  mark: string;
}

export interface EnrolmentDesk {
  serverUrl: string;
  recoveryRecipient?: string | undefined;
  /** The person means to attach a station again, whose former identity ends. */
  allowsAgain?: boolean;
}

/**
 * Takes in a station whose request came on a key. Bringing it here is what a one-time code stands for; the same file again gives the same
 * grant. Throws EnrolmentFileRefused, Refusal.
 */
export async function enrolByFile(
  database: Database,
  place: EnrolmentDesk & { dataFolder: string },
  content: Uint8Array,
): Promise<EnrolledByFile> {
  const file = read(content);
  if (!isSigned(file))
    throw new EnrolmentFileRefused('La demande n’est pas signée par le poste qu’elle nomme.');
  const { request } = file;
  if (request.replaces && !place.allowsAgain)
    throw new EnrolmentFileRefused(
      `Cette demande rattache de nouveau le poste ${request.replaces.stationId}, qui sera arrêté pour toujours : ajoutez --again si c’est voulu.`,
    );
  if (!request.replaces && place.allowsAgain)
    throw new EnrolmentFileRefused('Cette demande est celle d’un poste nouveau : retirez --again.');
  const { stationId, name, office } = request;
  const key = await loadServerKey(database);
  const { epoch } = await openEpoch(database, place.dataFolder, undefined);
  const grant = await enrolWithoutCode(database, request, openCentreKind(database));
  const answer: EnrolmentAnswer = {
    kind: 'enrolment-answer',
    stationId,
    ...grant,
    epoch,
    server: { keyId: key.keyId, publicKey: key.publicKey },
    batchRecipients: await batchRecipients(database, place.recoveryRecipient),
    serverUrl: place.serverUrl,
  };
  const mark = keyMarkOf(key.keyId).replace(/(.{4})(?=.)/g, '$1-');
  const station = { stationId, name, office };
  return { station, block: grant.block, answer: Buffer.from(JSON.stringify(key.seal(answer))), mark };
}

function read(content: Uint8Array): EnrolmentFile {
  try {
    if (content.length > MAX_ENROLMENT_FILE_BYTES) throw new RangeError('too long');
    const file = enrolmentFileSchema.parse(JSON.parse(Buffer.from(content).toString('utf8')));
    return file;
  } catch (cause) {
    throw new EnrolmentFileRefused('Ce n’est pas une demande de rattachement de Guichet.', { cause });
  }
}

function isSigned({ request, signature }: EnrolmentFile): boolean {
  try {
    const der = Buffer.from(request.publicKey, 'base64');
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    return verify(null, Buffer.from(canonicalText(request)), key, Buffer.from(signature, 'base64'));
  } catch {
    // Not a key at all.
    return false;
  }
}
