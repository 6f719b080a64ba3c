import { z } from 'zod';
import { draftAnswersSchema } from './answers.ts';
import { defineCommand } from './define.ts';

export const draftSchema = z.strictObject({
  id: z.string(),
  answers: draftAnswersSchema,
  step: z.number().int().min(1).max(7),
  /** Name typed so far, to recognise the draft in a list. */
  label: z.string(),
  savedAtMs: z.number(),
});
export type Draft = z.infer<typeof draftSchema>;

export const draftsContract = {
  /** Keeps what was typed so far; called at each field. A draft is not a registration and has no number. */
  'drafts.save': defineCommand({
    access: 'agent',
    input: z.strictObject({ id: z.uuid().optional(), answers: draftAnswersSchema, step: z.number().int().min(1).max(7) }),
    output: z.strictObject({ id: z.string() }),
  }),
  'drafts.list': defineCommand({ access: 'agent', input: z.strictObject({}), output: z.array(draftSchema) }),
  'drafts.get': defineCommand({ access: 'agent', input: z.strictObject({ id: z.string().max(60) }), output: draftSchema }),
  'drafts.discard': defineCommand({ access: 'agent', input: z.strictObject({ id: z.string().max(60) }), output: z.strictObject({}) }),
};
