import { createHash } from 'node:crypto';
import { answersSchema } from '#shared/contract/answers.ts';
import { recordsDigest } from '#shared/protocol/records-digest.ts';
import { flattenAnswers } from '#shared/rules/answer-changes.ts';
import { jsonOf, numberOf, textOf } from '#main/database/columns.ts';
import type { ReadableDatabase } from '#main/database/types.ts';
import { canonicalBytes } from '#main/domains/outbox/index.ts';

/** One hash over this station's registrations; equal to the centre's when both hold the same. */
export function stationDigest(database: ReadableDatabase): string {
  const rows = database.each(
    `SELECT r.registration_number, r.version, v.answers FROM registration r
     JOIN registration_version v ON v.registration_id = r.id AND v.version = r.version`,
  );
  const states = Array.from(rows, (row) => ({
    registrationNumber: textOf(row, 'registration_number'),
    version: numberOf(row, 'version'),
    answersSha256: sha256(
      canonicalBytes(Object.fromEntries(flattenAnswers(jsonOf(row, 'answers', answersSchema)))),
    ),
  }));
  return recordsDigest(states, sha256);
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
