import { z } from 'zod';
import { fieldChangeSchema } from '../contract/registrations.ts';
import { nonceText } from './signed-reply.ts';
import { verdictSchema } from './verdict.ts';

/** Where a station stands in what the other counters changed; made by the centre, given back as it is. */
export const changesCursor = z.string().regex(/^\d{1,20}\.\d{1,20}$/);

/** A registration as the centre holds it now. */
const recordStateSchema = z.object({
  recordId: z.uuid(),
  registrationNumber: z.string(),
  candidateNumber: z.string(),
  version: z.number().int().positive(),
  cancelled: z.boolean(),
  /** Dotted path → answer. */
  answers: z.record(z.string(), z.unknown()),
  lastOpId: z.uuid(),
});
export type RecordState = z.infer<typeof recordStateSchema>;

/** One op that touched a registration: applied, united with others' (`merged`), or waiting for a person (`conflict`). */
const changeEntrySchema = z.object({
  opId: z.uuid(),
  recordId: z.uuid(),
  kind: z.string(),
  verdict: verdictSchema,
  /** Version of the registration at the centre after it. */
  resultVersion: z.number().int(),
  /** Proposals that this op decided. */
  resolves: z.array(z.uuid()).default([]),
  changes: z.array(fieldChangeSchema),
  agent: z.string(),
  station: z.string(),
  capturedAtMs: z.number().int(),
  /** Why a proposal waits, and the fields that contradict; null when it does not. */
  conflict: z.object({ reason: z.string(), paths: z.array(z.string()) }).nullable(),
});
export type ChangeEntry = z.infer<typeof changeEntrySchema>;

/** `GET /v1/changes?after=CURSOR`: what other counters of the académie did, and what was decided of this station's proposals. */
export const changesReplySchema = z.object({
  kind: z.literal('changes'),
  nonce: nonceText,
  /** For the next question. */
  cursor: changesCursor,
  /** Whether there is more to ask for at once. */
  more: z.boolean(),
  entries: z.array(changeEntrySchema),
  /** Each registration that an entry touches, once, as it stands now. */
  records: z.array(recordStateSchema),
});
export type ChangesReply = z.infer<typeof changesReplySchema>;
