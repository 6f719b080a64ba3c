import { z } from 'zod';
import { defineCommand } from './define.ts';
import { registrationSummarySchema, numbersSchema } from './registrations.ts';
import { text } from './text.ts';

/** One answer side by side: what the file holds, what was proposed. */
const conflictFieldSchema = z.strictObject({
  path: z.string(),
  current: z.unknown(),
  proposed: z.unknown(),
  /** Whether this very answer contradicts; the others of the proposal wait with it. */
  isContested: z.boolean(),
});
export type ConflictField = z.infer<typeof conflictFieldSchema>;

export const conflictSchema = z.strictObject({
  id: z.string(),
  registration: registrationSummarySchema,
  /** Reason of the centre, as a verdict has. */
  reason: z.string(),
  /** Who proposed it, and from where. */
  agent: z.string(),
  station: z.string(),
  capturedAtMs: z.number(),
  /** What is proposed: answers, or the end of the candidature. */
  proposes: z.enum(['answers', 'end']),
  fields: z.array(conflictFieldSchema),
  decidedBy: z.string().nullable(),
  decidedAtMs: z.number().nullable(),
});
export type Conflict = z.infer<typeof conflictSchema>;

export const conflictsContract = {
  /** Proposals that wait for a person, the oldest first; with a number, all of that file. */
  'conflicts.list': defineCommand({
    access: 'agent',
    input: z.strictObject({ number: z.string().optional() }),
    output: z.array(conflictSchema),
  }),
  /**
   * Decides a proposal: the answers of `accept` become what was proposed, the others stay. The decision is a change like any other,
   * told to the centre and to the other counters; every rule but the window holds for the result.
   */
  'conflicts.resolve': defineCommand({
    access: 'agent',
    input: z.strictObject({
      id: z.uuid(),
      accept: z.array(z.string().max(120)).max(200),
      reason: text(300),
    }),
    output: numbersSchema,
  }),
};
