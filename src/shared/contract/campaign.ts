import { z } from 'zod';
import { examSchema } from './answers.ts';

const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60);
const line = z.string().min(1).max(200);
const paragraph = z.string().min(1).max(1500);
const date = z.iso.date();
/** Local date, or local date and minute, in the académie's time zone: `2024-11-04` or `2024-11-04T15:00`. */
const localInstant = z.string().regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/);

/** How a signed confirmation may come back. Each way has its own proof of date. */
export const MODALITIES = ['post', 'upload', 'counter'] as const;
export const modalitySchema = z.enum(MODALITIES);

/** The last day (or hour) for the signed confirmation; never hard-coded (docs/rules.md, contradiction 3). */
export const deadlineSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fixed'), at: localInstant }),
  z.strictObject({ kind: z.literal('afterClosing'), days: z.number().int().min(0).max(120) }),
]);

export const windowSchema = z.strictObject({
  exams: z.array(examSchema).min(1),
  /** Without an hour: from 00:00. */
  opensAt: localInstant,
  /** Without an hour: until 23:59:59. Null: "clôture non fixée". */
  closesAt: localInstant.nullable(),
  confirmationReturn: z.strictObject({
    opensAt: localInstant.optional(),
    deadline: deadlineSchema,
  }),
});

/** Who may correct what in red on the paper: nothing, slips of the pen, or every field of the class. */
export const redPenSchema = z.strictObject({
  policy: z.enum(['none', 'slipsOnly', 'all']),
  fieldClasses: z.array(z.enum(['identity', 'contact', 'choice', 'examPaper'])),
});

export const campaignSchema = z.strictObject({
  schema: z.literal(1),
  id,
  /** A training campaign is only ever open in a base école. */
  training: z.boolean().default(false),
  title: line,
  academyCode: z.string().regex(/^\d{2}$/),
  academyName: line,
  timeZone: z.string().min(3).max(40),
  /** Exam year; null when the notice bears none. */
  session: z.number().int().min(2000).max(2100).nullable(),
  /** The notice the data was typed from. */
  source: line,
  service: z.strictObject({
    name: line,
    bureau: line.optional(),
    addressLines: z.array(line).max(6),
    email: line.optional(),
    phone: line.optional(),
  }),
  windows: z.array(windowSchema).max(12),
  returnModalities: z.array(modalitySchema).min(1),
  redPen: redPenSchema,
  acknowledgesReturns: z.boolean(),
  sendsReminders: z.boolean(),
  r408DueOn: date.nullable(),
  specificNotices: z.array(
    z.strictObject({ specialtyCodes: z.array(z.string()), title: line, url: line.optional() }),
  ),
  portfolios: z.array(z.strictObject({ id, title: line, transversal: z.boolean().default(false) })),
  links: z.strictObject({ portal: line, arrangements: line.optional(), syllabuses: line.optional() }),
  texts: z.strictObject({
    /** The sentence the candidate signs. */
    statement: paragraph,
    /** Red-pen instruction; absent where the campaign has none. */
    redPen: paragraph.optional(),
    afterClosing: paragraph,
    noReturn: paragraph,
    returnBy: paragraph,
    notes: z.array(paragraph).max(10),
  }),
});

export type Campaign = z.infer<typeof campaignSchema>;
export type CampaignWindow = z.infer<typeof windowSchema>;
export type Modality = z.infer<typeof modalitySchema>;
