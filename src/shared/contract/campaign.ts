import { z } from 'zod';
import { examSchema } from './answers.ts';
import { SUBJECTS } from './reference.ts';

const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60);
const line = z.string().min(1).max(200);
const paragraph = z.string().min(1).max(1500);
/** Years of four digits, as the calendar of the runtime writes them, and before the year 3000 (`text.ts`). */
const date = z.iso.date({ abort: true }).regex(/^[12]/);
/** Local date, or local date and minute, in the académie's time zone: `2024-11-04` or `2024-11-04T15:00`. */
const localInstant = z.string().regex(/^[12]\d{3}-\d{2}-\d{2}(T\d{2}:\d{2})?$/);

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

/** Pieces that no notice of ours sources for every académie: each campaign says which it asks. */
export const askedPiecesSchema = z.strictObject({
  identityDocument: z.boolean().default(true),
  homeProof: z.boolean().default(false),
  parentalAuthorisation: z.boolean().default(false),
  photo: z.boolean().default(false),
  fee: z.boolean().default(false),
});

/** A piece of the académie's own, for some exams or specialties; with a date of its own when it has one. */
export const extraPieceSchema = z.strictObject({
  id,
  label: line,
  reason: line,
  exams: z.array(examSchema).default([]),
  specialtyCodes: z.array(z.string()).default([]),
  minorsOnly: z.boolean().default(false),
  dueOn: date.optional(),
});

/**
 * A case manager's desk. It owns a file by exam and by specialty: `groups` are the beginnings of diploma codes after their three
 * digits of level, `specialtyCodes` and `exceptSpecialtyCodes` whole codes. A transversal one owns épreuves, by subject.
 */
export const portfolioSchema = z.strictObject({
  id,
  title: line,
  transversal: z.boolean().default(false),
  exams: z.array(examSchema).default([]),
  groups: z.array(z.string().regex(/^\d{1,5}$/)).default([]),
  specialtyCodes: z.array(z.string()).default([]),
  exceptSpecialtyCodes: z.array(z.string()).default([]),
  subjects: z.array(z.enum(SUBJECTS)).default([]),
  email: line.optional(),
  phone: line.optional(),
});
export type Portfolio = z.infer<typeof portfolioSchema>;

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
    /** Days the counter receives people, 1 (Monday) to 7. */
    weekdays: z.array(z.number().int().min(1).max(7)).default([1, 2, 3, 4, 5]),
  }),
  windows: z.array(windowSchema).max(12),
  returnModalities: z.array(modalitySchema).min(1),
  redPen: redPenSchema,
  acknowledgesReturns: z.boolean(),
  /** A person who hands papers over at the counter may leave with a receipt, whatever is said of the post. */
  receiptAtCounter: z.boolean().default(true),
  sendsReminders: z.boolean(),
  /** S2-07: cancelled unless the pieces are there too, not only the signed confirmation. */
  cancelsWithoutPieces: z.boolean().default(false),
  /** Where no text says so, a deadline on a Sunday or a public holiday is not put off. */
  deadlineSkipsHolidays: z.boolean().default(false),
  /** S3-04: `required` blocks an address outside the académie; an entitled clerk may override. */
  residence: z.enum(['required', 'advised']).default('advised'),
  r408DueOn: date.nullable(),
  /** Specialties that ask for R.408; empty: those the program knows of. */
  r408SpecialtyCodes: z.array(z.string()).default([]),
  askedPieces: askedPiecesSchema.prefault({}),
  extraPieces: z.array(extraPieceSchema).max(20).default([]),
  /** Languages the académie can examine, in French; empty: all. */
  languages: z.array(line).default([]),
  specificNotices: z.array(
    z.strictObject({ specialtyCodes: z.array(z.string()), title: line, url: line.optional() }),
  ),
  portfolios: z.array(portfolioSchema),
  links: z.strictObject({ portal: line, arrangements: line.optional(), syllabuses: line.optional() }),
  texts: z.strictObject({
    /** The sentence the candidate signs. */
    statement: paragraph,
    /** Red-pen instruction; absent where the campaign has none. */
    redPen: paragraph.optional(),
    afterClosing: paragraph,
    noReturn: paragraph,
    returnBy: paragraph,
    /** Of the portal's account: one per address, 48 hours, where later documents appear. */
    account: z.array(paragraph).max(6).default([]),
    /** Ways of appeal, under any letter that ends a candidature. */
    appeal: paragraph.optional(),
    notes: z.array(paragraph).max(10),
  }),
});

export type Campaign = z.infer<typeof campaignSchema>;
/** As an académie writes it: what has a default may be left out. */
export type CampaignFile = z.input<typeof campaignSchema>;
export type CampaignWindow = z.infer<typeof windowSchema>;
export type Modality = z.infer<typeof modalitySchema>;
