import { z } from 'zod';
import { examSchema } from './answers.ts';
import { campaignSchema } from './campaign.ts';
import { defineCommand } from './define.ts';

export const windowStateSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('open'), closesAt: z.string().nullable() }),
  z.strictObject({ state: z.literal('notOpen'), opensAt: z.string() }),
  z.strictObject({ state: z.literal('closed'), closedAt: z.string() }),
  z.strictObject({ state: z.literal('undated') }),
]);

export const campaignSummarySchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  academyName: z.string(),
  session: z.number().nullable(),
  training: z.boolean(),
  origin: z.enum(['shipped', 'imported']),
  exams: z.array(
    z.strictObject({ exam: examSchema, window: windowStateSchema, returnDeadline: z.string().nullable() }),
  ),
});
export type CampaignSummary = z.infer<typeof campaignSummarySchema>;

/** One fault of a campaign file, at a JSON path, in a French sentence. */
export const campaignFaultSchema = z.strictObject({ path: z.string(), message: z.string() });

const file = z.strictObject({ content: z.string().max(512 * 1024) });

export const campaignsContract = {
  'campaigns.list': defineCommand({
    access: 'agent',
    input: z.strictObject({}),
    output: z.array(campaignSummarySchema),
  }),
  'campaigns.get': defineCommand({
    access: 'agent',
    input: z.strictObject({ id: z.string().max(60) }),
    output: campaignSchema,
  }),
  /** Reads a campaign file without keeping it. */
  'campaigns.check': defineCommand({
    access: 'agent',
    input: file,
    output: z.strictObject({ id: z.string().nullable(), faults: z.array(campaignFaultSchema) }),
  }),
  /** Keeps a campaign file; one with a fault is refused whole (`campaign-invalid`). */
  'campaigns.import': defineCommand({
    access: 'agent',
    input: file,
    output: z.strictObject({ id: z.string() }),
  }),
};
