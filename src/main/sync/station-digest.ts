import { createHash } from 'node:crypto';
import { answersSchema } from '#shared/contract/answers.ts';
import { recordsDigest } from '#shared/protocol/records-digest.ts';
import { flattenAnswers } from '#shared/rules/answer-changes.ts';
import { jsonOf, numberOf, numberOrNullOf, textOf } from '#main/database/columns.ts';
import { opened } from '#main/database/sealed-columns.ts';
import type { ReadableDatabase, Row } from '#main/database/types.ts';
import { canonicalBytes, seenVersion } from '#main/domains/outbox/index.ts';

/** One hash over this station's registrations; equal to the centre's when both hold the same. */
export function stationDigest(database: ReadableDatabase): string {
  const rows = database.each(
    `SELECT r.id, r.registration_number, r.version, r.centre_version, ${opened('registration_version', 'v')} FROM registration r
     JOIN registration_version v ON v.registration_id = r.id AND v.version = r.version`,
  );
  const states = Array.from(rows, (row) => ({
    registrationNumber: textOf(row, 'registration_number'),
    version: centreVersionOf(database, row),
    answersSha256: sha256(
      canonicalBytes(Object.fromEntries(flattenAnswers(jsonOf(row, 'answers', answersSchema)))),
    ),
  }));
  return recordsDigest(states, sha256);
}

/** A file that others change too has numbers of its own on paper; both sides compare the centre's. */
function centreVersionOf(database: ReadableDatabase, row: Row): number {
  const centreVersion = numberOrNullOf(row, 'centre_version');
  const version = numberOf(row, 'version');
  if (centreVersion === null) return version;
  return seenVersion(database, textOf(row, 'id'), centreVersion) ?? version;
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
