import { diplomaCode } from '../rules/diploma-code.ts';
import { z } from 'zod';
import { countryCode, isoDate, personName, problem, text } from './text.ts';

/** The five exams of this program. `mc` until session 2024, `cs` from session 2025 (decree 2023-824). */
export const EXAMS = ['bacPro', 'bp', 'cap', 'mc', 'cs'] as const;
export const examSchema = z.enum(EXAMS, { error: problem('not-in-list') });
export type Exam = z.infer<typeof examSchema>;

export const CIVILITIES = ['mr', 'mrs'] as const;

/**
 * Categories of candidates (docs/rules.md); the ministry's 3-digit codes are not public, hence words. The last two are refused:
 * pupils and apprentices are registered by their school.
 */
export const CANDIDATE_CATEGORIES = [
  'workExperience',
  'continuingTraining',
  'distanceLearning',
  'formerPupil',
  'formerApprentice',
  'independent',
  'schoolPupil',
  'apprentice',
] as const;

/** Why someone comes in person although the notice says "uniquement par internet" (S2-03): a figure, never a condition. */
export const COUNTER_REASONS = ['noInternet', 'help', 'disability', 'portalError', 'annex', 'other'] as const;
export type CounterReason = (typeof COUNTER_REASONS)[number];

/** What a BP candidate already holds: it shortens the years of work asked (code de l'éducation D337-102). */
export const HELD_TITLES = ['none', 'listedLevel3', 'sectorBacPro'] as const;

/** Kinds of diplomas of the third family of the Acquis tab, as the Grenoble guide lists them. */
export const DIPLOMA_KINDS = [
  'higherEducation',
  'otherSpecialty',
  'dma',
  'bma',
  'btBta',
  'generalOrTechnologicalBac',
  'bacPro',
  'bp',
  'cap',
  'bep',
  'other',
] as const;

/** Aptitude for the physical education épreuve; `unfit` rests on a certificate that the counter never keeps. */
export const PHYSICAL_EDUCATION_STATUSES = ['fit', 'unfit', 'exempt'] as const;

export const FORMS = ['full', 'progressive'] as const;

/** The four families of the Acquis tab (Grenoble guide, chapter 4). */
export const ACHIEVEMENT_TYPES = [
  'sameExamFailed',
  'otherSpecialtyFailed',
  'otherDiploma',
  'experienceValidation',
] as const;

const optionalText = (maxLength: number) => text(maxLength).optional();

export const identificationSchema = z.strictObject({
  civility: z.enum(CIVILITIES, { error: problem('not-in-list') }),
  birthName: personName(),
  usageName: personName().optional(),
  givenNames: personName(),
  birthDate: isoDate,
  birthCountry: countryCode,
  /** INSEE code; absent when born abroad or when the commune no longer exists (then `birthTown` is free). */
  birthCommuneCode: z
    .string({ error: problem('wrong-type') })
    .regex(/^\d[0-9AB]\d{3}$/, { error: problem('unknown-commune') })
    .optional(),
  birthTown: text(80),
  /** Parents' names are asked only of a candidate born abroad (portal help, "S'inscrire"). */
  fatherName: personName().optional(),
  motherName: personName().optional(),
  nationality: countryCode,
  addressLine1: text(80),
  addressLine2: optionalText(80),
  postcode: text(12),
  locality: text(80),
  addressCountry: countryCode,
  email: z
    .string({ error: problem('wrong-type') })
    .trim()
    .min(1, { error: problem('required') })
    .max(120, { error: problem('too-long') })
    .regex(/^[^\s@<>(),;:"\\]+@[^\s@<>(),;:"\\.]+(\.[^\s@<>(),;:"\\.]+)+$/, { error: problem('bad-email') }),
  phone: z
    .string({ error: problem('wrong-type') })
    .trim()
    .regex(/^\+?[\d .\-()]{6,24}$/, { error: problem('bad-phone') })
    .optional(),
  ine: z
    .string({ error: problem('wrong-type') })
    .trim()
    .max(20, { error: problem('bad-ine') })
    .toUpperCase()
    .optional(),
  /** Number given by the ministry's system in an earlier session, as on the last relevé de notes; its form is not public. */
  ministryNumber: optionalText(20),
});

/** One job, to add up years of work; both days count. `percent` is the share of full time, 100 when left out. */
export const workPeriodSchema = z.strictObject({
  employer: optionalText(80),
  from: isoDate,
  to: isoDate,
  percent: z
    .number({ error: problem('wrong-type') })
    .int({ error: problem('bad-format') })
    .min(1, { error: problem('out-of-range') })
    .max(100, { error: problem('out-of-range') })
    .optional(),
});
export type WorkPeriod = z.infer<typeof workPeriodSchema>;

export const candidatureSchema = z.strictObject({
  campaignId: z
    .string({ error: problem('wrong-type') })
    .min(1, { error: problem('required') })
    .max(60),
  exam: examSchema,
  category: z.enum(CANDIDATE_CATEGORIES, { error: problem('not-in-list') }),
  /** Yes or no only: the file holds nothing medical (arrêté of 22 April 2013, art. 2). */
  disability: z.boolean({ error: problem('wrong-type') }),
  disabilityRequest: z.enum(['existing', 'new'], { error: problem('not-in-list') }).optional(),
  counterReason: z.enum(COUNTER_REASONS, { error: problem('not-in-list') }).optional(),
  /** Jobs declared to show years of work (S3-06); checked against the employers' certificates. */
  workPeriods: z
    .array(workPeriodSchema)
    .max(20, { error: problem('out-of-range') })
    .optional(),
  /** Hours of training declared; the BP asks 400, or 240 with a bac pro of the sector (D337-102). */
  trainingHours: z
    .number({ error: problem('wrong-type') })
    .int({ error: problem('bad-format') })
    .min(0, { error: problem('out-of-range') })
    .max(9999, { error: problem('out-of-range') })
    .optional(),
  heldTitle: z.enum(HELD_TITLES, { error: problem('not-in-list') }).optional(),
});

export const qualificationSchema = z.strictObject({
  /** In any spelling of the national lists; stored in ours. */
  specialtyCode: z
    .string({ error: problem('wrong-type') })
    .max(40, { error: problem('unknown-specialty') })
    .overwrite((code) => diplomaCode(code) ?? code)
    .regex(/^\d{8}[A-Z]?$/, { error: problem('unknown-specialty') }),
  form: z.enum(FORMS, { error: problem('not-in-list') }),
});

const examPaperCode = z
  .string({ error: problem('wrong-type') })
  .regex(/^[A-Z0-9-]{1,10}$/, { error: problem('unknown-exam-paper') });

/** What one achievement brings to one épreuve: exempt (not sat), kept (mark ≥ 10), carried (mark < 10, progressive form). */
export const achievementEffectSchema = z.strictObject({
  examPaperCode,
  effect: z.enum(['exempt', 'kept', 'carried'], { error: problem('not-in-list') }),
  mark: z
    .number({ error: problem('wrong-type') })
    .min(0, { error: problem('out-of-range') })
    .max(20, { error: problem('out-of-range') })
    .optional(),
});

export const achievementSchema = z.strictObject({
  type: z.enum(ACHIEVEMENT_TYPES, { error: problem('not-in-list') }),
  /** Of the third family only: what kind of diploma was obtained. */
  diplomaKind: z.enum(DIPLOMA_KINDS, { error: problem('not-in-list') }).optional(),
  diploma: optionalText(120),
  year: z
    .number({ error: problem('wrong-type') })
    .int({ error: problem('bad-format') })
    .min(1950, { error: problem('out-of-range') })
    .max(2100, { error: problem('out-of-range') }),
  academyCode: z
    .string({ error: problem('wrong-type') })
    .regex(/^\d{2}$/, { error: problem('unknown-academy') }),
  effects: z.array(achievementEffectSchema).max(20, { error: problem('out-of-range') }),
});

export const examPaperChoicesSchema = z.strictObject({
  /** Optional épreuves asked for, by code. */
  optional: z.array(examPaperCode).max(2, { error: problem('out-of-range') }),
  /** Language chosen for each language épreuve, by its code. */
  languages: z.record(examPaperCode, text(40)),
  /** Physical education: how many `choices`, and of which fields, depends on the exam (BO of 30 July 2020). */
  physicalEducation: z
    .strictObject({
      status: z.enum(PHYSICAL_EDUCATION_STATUSES, { error: problem('not-in-list') }),
      choices: z.array(text(40)).max(2, { error: problem('out-of-range') }),
    })
    .optional(),
});

/** Everything one candidate answers, in the order of the seven steps. Draft answers are `partialAnswersSchema`. */
export const answersSchema = z.strictObject({
  identification: identificationSchema,
  candidature: candidatureSchema,
  qualification: qualificationSchema,
  achievements: z
    .array(achievementSchema)
    .max(6, { error: problem('out-of-range') })
    .default([]),
  examPapers: examPaperChoicesSchema.default({ optional: [], languages: {} }),
});

export type Answers = z.infer<typeof answersSchema>;
export type Achievement = z.infer<typeof achievementSchema>;
export type Identification = z.infer<typeof identificationSchema>;

/** A draft holds whatever was typed, valid or not; only its size and nesting are bounded. */
export const draftAnswersSchema = z.record(z.string().max(40), z.unknown());
