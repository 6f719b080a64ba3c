import { z } from 'zod';
import { jobSchema } from './contract/jobs.ts';

/** What the core announces, in the past tense. The window invalidates what it shows by these. */
export const events = {
  'registrations.changed': z.strictObject({ registrationNumber: z.string() }),
  'drafts.changed': z.strictObject({}),
  'campaigns.changed': z.strictObject({}),
  'reference.changed': z.strictObject({}),
  'returns.changed': z.strictObject({ stackId: z.string() }),
  'views.changed': z.strictObject({}),
  'retention.changed': z.strictObject({}),
  'slips.changed': z.strictObject({}),
  'safekeeping.changed': z.strictObject({}),
  'prints.changed': z.strictObject({}),
  'outbox.changed': z.strictObject({}),
  'clerks.changed': z.strictObject({}),
  'firstSteps.changed': z.strictObject({}),
  'session.changed': z.strictObject({}),
  'jobs.progressed': jobSchema,
} as const;

export type EventName = keyof typeof events;
export type EventPayload<Name extends EventName> = z.infer<(typeof events)[Name]>;
