import { z } from 'zod';
import { COUNTER_REASONS, examSchema } from './answers.ts';
import { modalitySchema } from './campaign.ts';
import { defineCommand } from './define.ts';
import { listFiltersSchema } from './lists.ts';
import { statusSchema } from './registrations.ts';

const count = z.number().int();

/** How many files, counted in several ways. Each way adds up to the total, but for returns: one file may come back twice or never. */
export const figuresSchema = z.strictObject({
  total: count,
  /** Local days of the académie on which someone was registered, in order. */
  byDay: z.array(z.strictObject({ day: z.string(), count })),
  byExam: z.array(z.strictObject({ exam: examSchema, count })),
  bySpecialty: z.array(z.strictObject({ exam: examSchema, code: z.string(), label: z.string(), count })),
  byClerk: z.array(z.strictObject({ clerk: z.string(), count })),
  byStatus: z.array(z.strictObject({ status: statusSchema, count })),
  /** Why people came to the counter (S2-03); null where it was not asked. */
  byReason: z.array(z.strictObject({ reason: z.enum(COUNTER_REASONS).nullable(), count })),
  /** Whoever asks may not know which reasons tell of health: those are counted as `other`. */
  isReasonReserved: z.boolean(),
  /** Files whose signed confirmation came back that way. */
  byModality: z.array(z.strictObject({ modality: modalitySchema, count })),
  /** The busiest day; null while there is none. */
  peak: z.strictObject({ day: z.string(), count }).nullable(),
  /** What is open and closes, soonest first (S0-05). `daysLeft`: 0 on the last day. */
  closings: z.array(
    z.strictObject({
      campaignId: z.string(),
      campaignTitle: z.string(),
      exam: examSchema,
      closesAt: z.string(),
      daysLeft: z.number().int(),
    }),
  ),
});
export type Figures = z.infer<typeof figuresSchema>;

export const figuresContract = {
  'figures.get': defineCommand({
    access: 'agent',
    input: z.strictObject({ filters: listFiltersSchema.prefault({}) }),
    output: figuresSchema,
  }),
};
