import { z } from 'zod';
import { examSchema } from './answers.ts';
import { bytes } from './bytes.ts';
import { defineCommand } from './define.ts';
import { sentPrintSchema } from './printing.ts';
import { statusSchema } from './registrations.ts';

/** Files whose specialty no portfolio owns: "à répartir". Never the id of a real one, which has no capital. */
export const UNASSIGNED = 'UNASSIGNED';

/** A case manager's desk as people are told of it. */
export const deskSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
});
export type Desk = z.infer<typeof deskSchema>;

/** `awaiting`: not yet returned signed; `ready`: returned, on no slip in its version; `transmitted`: on one. Ended files are in none. */
export const queueCountsSchema = z.strictObject({
  awaiting: z.number().int(),
  ready: z.number().int(),
  transmitted: z.number().int(),
});
export type QueueCounts = z.infer<typeof queueCountsSchema>;

export const queueSchema = z.strictObject({ desk: deskSchema, counts: queueCountsSchema });

export const readyFileSchema = z.strictObject({
  registrationNumber: z.string(),
  version: z.number().int(),
  birthName: z.string(),
  givenNames: z.string(),
  exam: examSchema,
  specialtyCode: z.string(),
  specialtyLabel: z.string(),
  status: statusSchema,
  depositedCount: z.number().int(),
  /** Labels of the pieces that are still expected. */
  missing: z.array(z.string()),
});
export type ReadyFile = z.infer<typeof readyFileSchema>;

export const slipSchema = z.strictObject({
  id: z.string(),
  slipNumber: z.string(),
  campaignId: z.string(),
  portfolioId: z.string(),
  portfolioTitle: z.string(),
  entryCount: z.number().int(),
  fileName: z.string(),
  issuedAtMs: z.number(),
  issuedBy: z.string(),
});
export type Slip = z.infer<typeof slipSchema>;

const id = z.string().max(60);
const queue = z.strictObject({ campaignId: id, portfolioId: id });

export const portfoliosContract = {
  /** Who follows a file: one desk, or none yet, and the transversal ones. */
  'portfolios.of': defineCommand({
    access: 'agent',
    input: z.strictObject({ number: z.string().max(40) }),
    output: z.strictObject({
      /** False where the campaign has no portfolios at all. */
      isRouted: z.boolean(),
      main: deskSchema.nullable(),
      transversal: z.array(deskSchema),
    }),
  }),
  /** Campaigns with registrations, and how many files wait in each of their queues. */
  'portfolios.list': defineCommand({
    access: 'agent',
    input: z.strictObject({}),
    output: z.array(
      z.strictObject({ campaignId: z.string(), campaignTitle: z.string(), queues: z.array(queueSchema) }),
    ),
  }),
  /** What the next slip of a queue would hold, in its order: by specialty, then by name. */
  'portfolios.queue': defineCommand({
    access: 'agent',
    input: queue,
    output: z.strictObject({
      campaignTitle: z.string(),
      desk: deskSchema,
      counts: queueCountsSchema,
      ready: z.array(readyFileSchema),
    }),
  }),
  /** Puts every ready file of a queue on a numbered slip, for good: each version goes once. Throws `slip-empty`. */
  'portfolios.makeSlip': defineCommand({ access: 'agent', input: queue, output: slipSchema }),
  /** Newest first. */
  'portfolios.slips': defineCommand({
    access: 'agent',
    input: z.strictObject({}),
    output: z.array(slipSchema),
  }),
  'portfolios.slipPdf': defineCommand({
    access: 'agent',
    input: z.strictObject({ id }),
    output: z.strictObject({ ...slipSchema.shape, pdf: bytes }),
  }),
  'portfolios.printSlip': defineCommand({
    access: 'agent',
    input: z.strictObject({ id, printer: z.string().max(120).optional() }),
    output: sentPrintSchema,
  }),
};
