import { z } from 'zod';
import { answersSchema, draftAnswersSchema, examSchema } from './answers.ts';
import { examPaperSchema } from './reference.ts';
import { defineCommand } from './define.ts';
import { fieldProblemSchema } from '../wire/envelope.ts';

export const numbersSchema = z.strictObject({
  registrationNumber: z.string(),
  candidateNumber: z.string(),
  version: z.number().int(),
});
export type Numbers = z.infer<typeof numbersSchema>;

/** One changed answer between two versions; `null` where there was none. */
export const fieldChangeSchema = z.strictObject({
  path: z.string(),
  before: z.unknown(),
  after: z.unknown(),
});
export type FieldChange = z.infer<typeof fieldChangeSchema>;

export const examPaperStateSchema = z.strictObject({
  ...examPaperSchema.shape,
  state: z.enum(['toSit', 'exempt', 'kept', 'carried']),
  mark: z.number().optional(),
  language: z.string().optional(),
});
export type ExamPaperState = z.infer<typeof examPaperStateSchema>;

export const pieceSchema = z.strictObject({ id: z.string(), label: z.string(), reason: z.string() });
export type Piece = z.infer<typeof pieceSchema>;

export const versionSchema = z.strictObject({
  version: z.number().int(),
  savedAtMs: z.number(),
  agent: z.string(),
  reason: z.enum(['registered', 'amended', 'redInkCorrection']),
  changes: z.array(fieldChangeSchema),
});

export const registrationSchema = z.strictObject({
  ...numbersSchema.shape,
  status: z.enum(['awaitingReturn', 'returned', 'withdrawn']),
  answers: answersSchema,
  specialtyLabel: z.string(),
  examYear: z.number().int(),
  campaignTitle: z.string(),
  closesAt: z.string().nullable(),
  returnDeadline: z.string().nullable(),
  examPapers: z.array(examPaperStateSchema),
  /** False where no list of épreuves is loaded for the specialty. */
  examPapersKnown: z.boolean(),
  pieces: z.array(pieceSchema),
  history: z.array(versionSchema),
  syncState: z.enum(['pending', 'sent', 'acknowledged', 'refused']),
});
export type Registration = z.infer<typeof registrationSchema>;

export const registrationSummarySchema = z.strictObject({
  ...numbersSchema.shape,
  birthName: z.string(),
  givenNames: z.string(),
  birthDate: z.string(),
  exam: examSchema,
  specialtyLabel: z.string(),
  status: registrationSchema.shape.status,
});
export type RegistrationSummary = z.infer<typeof registrationSummarySchema>;

const number = z.string().max(40);

export const registrationsContract = {
  /** Judges answers without saving: what blocks, what only warns, and what follows from them. */
  'registrations.check': defineCommand({
    access: 'agent',
    /** `number`: the registration being changed, which is not its own double. */
    input: z.strictObject({ answers: draftAnswersSchema, number: number.optional() }),
    output: z.strictObject({
      problems: z.array(fieldProblemSchema),
      warnings: z.array(z.strictObject({ code: z.string(), message: z.string() })),
      examPapers: z.array(examPaperStateSchema),
      pieces: z.array(pieceSchema),
    }),
  }),
  /** Saves durably, gives the numbers and version 01, and drops the draft if one is named. */
  'registrations.register': defineCommand({
    access: 'agent',
    input: z.strictObject({ answers: draftAnswersSchema, draftId: z.string().max(60).optional() }),
    output: numbersSchema,
  }),
  'registrations.get': defineCommand({
    access: 'agent',
    input: z.strictObject({ number }),
    output: registrationSchema,
  }),
  /** Newest first without a query; otherwise by folded name, birth date, numbers or e-mail. At most 50. */
  'registrations.search': defineCommand({
    access: 'agent',
    input: z.strictObject({ query: z.string().max(80).default('') }),
    output: z.array(registrationSummarySchema),
  }),
  /** Applies changed answers (dotted path → value; null removes) as the next version, under the same rules; drops the draft if one is named. */
  'registrations.amend': defineCommand({
    access: 'agent',
    input: z.strictObject({
      number,
      changes: z.record(z.string().max(120), z.unknown()),
      onVersion: z.number().int().optional(),
      draftId: z.string().max(60).optional(),
    }),
    output: numbersSchema,
  }),
};
