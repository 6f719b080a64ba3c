import { z } from 'zod';
import { draftAnswersSchema } from './answers.ts';
import { defineCommand } from './define.ts';

export const draftSchema = z.strictObject({
  id: z.string(),
  answers: draftAnswersSchema,
  step: z.number().int().min(1).max(7),
  /** Name typed so far, to recognise the draft in a list. */
  label: z.string(),
  /** The registration being changed, and the version that was read to change it; null for a new one. */
  registrationNumber: z.string().nullable(),
  onVersion: z.number().int().nullable(),
  /** The known candidate it is for, or `new`, as a clerk chose; null as long as nobody chose. */
  candidate: z.string().nullable(),
  savedAtMs: z.number(),
});
export type Draft = z.infer<typeof draftSchema>;

export const draftsContract = {
  /**
   * Keeps what was typed so far; called at each field. A draft is not a registration and has no number of its own: the one
   * it may name is that of the registration it changes.
   */
  'drafts.save': defineCommand({
    access: 'agent',
    input: z.strictObject({
      id: z.uuid().optional(),
      answers: draftAnswersSchema,
      step: z.number().int().min(1).max(7),
      registrationNumber: z.string().max(40).optional(),
      onVersion: z.number().int().optional(),
      candidate: z.string().max(40).optional(),
    }),
    output: z.strictObject({ id: z.string() }),
  }),
  'drafts.list': defineCommand({ access: 'agent', input: z.strictObject({}), output: z.array(draftSchema) }),
  'drafts.get': defineCommand({
    access: 'agent',
    input: z.strictObject({ id: z.string().max(60) }),
    output: draftSchema,
  }),
  'drafts.discard': defineCommand({
    access: 'agent',
    input: z.strictObject({ id: z.string().max(60) }),
    output: z.strictObject({}),
  }),
};
