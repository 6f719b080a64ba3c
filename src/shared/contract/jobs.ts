import { z } from 'zod';
import { wireErrorSchema } from '../wire/envelope.ts';
import { defineCommand } from './define.ts';

export const jobSchema = z.strictObject({
  id: z.string(),
  kind: z.string(),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  done: z.number(),
  total: z.number().nullable(),
  /** What was just finished, for people. */
  label: z.string(),
  error: wireErrorSchema.nullable(),
  result: z.unknown().optional(),
});
export type Job = z.infer<typeof jobSchema>;

export const jobsContract = {
  'jobs.get': defineCommand({
    access: 'agent',
    input: z.strictObject({ id: z.string().max(60) }),
    output: jobSchema,
  }),
  'jobs.list': defineCommand({ access: 'agent', input: z.strictObject({}), output: z.array(jobSchema) }),
  /** Asks a running job to stop; what it has done stays done. */
  'jobs.cancel': defineCommand({
    access: 'agent',
    input: z.strictObject({ id: z.string().max(60) }),
    output: z.strictObject({}),
  }),
};
