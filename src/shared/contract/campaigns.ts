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
  academyCode: z.string(),
  academyName: z.string(),
  session: z.number().nullable(),
  training: z.boolean(),
  origin: z.enum(['shipped', 'imported']),
  exams: z.array(
    z.strictObject({
      exam: examSchema,
      window: windowStateSchema,
      returnDeadline: z.string().nullable(),
      /** Local date: the last day people are received before the closing of the open window. */
      lastCounterDay: z.string().nullable(),
    }),
  ),
});
export type CampaignSummary = z.infer<typeof campaignSummarySchema>;

/** One fault or remark on a campaign file: at a JSON path and where that is in the text, in a French sentence. From 1. */
export const campaignFaultSchema = z.strictObject({
  path: z.string(),
  message: z.string(),
  line: z.number().int(),
  column: z.number().int(),
});
export type LocatedFault = z.infer<typeof campaignFaultSchema>;

/** What one content says and the former one did not, in readable words; null where one of the two is silent. */
export const campaignChangeSchema = z.strictObject({
  path: z.string(),
  label: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});

export const campaignImportSchema = z.strictObject({
  importedAtMs: z.number(),
  importedBy: z.string(),
  /** Against the content it replaced; null for the first one of a campaign that no program brought. */
  changes: z.array(campaignChangeSchema).nullable(),
});

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
  /** Reads a campaign file without keeping it. A remark refuses nothing. */
  'campaigns.check': defineCommand({
    access: 'agent',
    input: file,
    output: z.strictObject({
      id: z.string().nullable(),
      faults: z.array(campaignFaultSchema),
      remarks: z.array(campaignFaultSchema),
    }),
  }),
  /** What importing this file would change. One with a fault is refused (`campaign-invalid`). */
  'campaigns.compare': defineCommand({
    access: 'agent',
    input: file,
    output: z.strictObject({
      id: z.string(),
      title: z.string(),
      isNew: z.boolean(),
      changes: z.array(campaignChangeSchema),
    }),
  }),
  /** Keeps a campaign file; one with a fault is refused whole (`campaign-invalid`). The former content stays in the history. */
  'campaigns.import': defineCommand({
    access: 'agent',
    input: file,
    output: z.strictObject({ id: z.string() }),
  }),
  /** Who imported what over what, newest first. */
  'campaigns.history': defineCommand({
    access: 'agent',
    input: z.strictObject({ id: z.string().max(60) }),
    output: z.array(campaignImportSchema),
  }),
};
