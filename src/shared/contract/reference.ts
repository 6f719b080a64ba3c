import { z } from 'zod';
import { DIPLOMA_KINDS, examSchema } from './answers.ts';
import { defineCommand } from './define.ts';
import { importedListSchema, importResultSchema, listFileSchema } from './reference-import.ts';
import { countryCode } from './text.ts';

/** One specialty of one exam, by its national 8-digit code and letter. */
export const specialtySchema = z.strictObject({
  code: z.string().regex(/^\d{8}[A-Z]?$/),
  exam: examSchema,
  label: z.string().min(1).max(160),
  rncpCode: z.string().optional(),
  /** First and last session in which it is examined; absent: no limit on that side. */
  firstSession: z.number().int().optional(),
  lastSession: z.number().int().optional(),
  successorCode: z.string().optional(),
  /** Extra session after the last one, for those who failed. */
  extraSession: z.number().int().optional(),
  /** Family of trades (bac pro), as the official list names it. */
  family: z.string().max(160).optional(),
});

/** What an épreuve is about, where exemptions, portfolios and choices need to know; most vocational ones have none. */
export const SUBJECTS = [
  'french',
  'historyGeography',
  'mathematics',
  'science',
  'modernLanguage',
  'secondLanguage',
  'physicalEducation',
  'appliedArts',
  'healthSafety',
  'economicsLaw',
  'economicsManagement',
  'general',
] as const;

/** What a candidate sits: one épreuve or sous-épreuve of a specialty. */
export const examPaperSchema = z.strictObject({
  code: z.string().regex(/^[A-Z0-9-]{1,10}$/),
  unit: z.string().max(12).optional(),
  label: z.string().min(1).max(160),
  weight: z.number().positive().optional(),
  optional: z.boolean().default(false),
  kind: z.enum(['plain', 'language', 'physicalEducation']).default('plain'),
  /** Several where one épreuve covers several: "Français, histoire-géographie". */
  subjects: z.array(z.enum(SUBJECTS)).optional(),
});

export const examPaperSetSchema = z.strictObject({
  specialtyCode: z.string().regex(/^\d{8}[A-Z]?$/),
  /** Where the list comes from: the annex of an arrêté, or a notice. */
  source: z.string().min(1).max(300),
  examPapers: z.array(examPaperSchema).min(1),
});

export const academySchema = z.strictObject({
  code: z.string().regex(/^\d{2}$/),
  name: z.string(),
  timeZone: z.string(),
  /** Département codes as people write them: "06", "2A", "974". */
  departments: z.array(z.string()),
});

export const communeSchema = z.strictObject({
  code: z.string(),
  name: z.string(),
  department: z.string(),
  postcodes: z.array(z.string()),
  /** Of a former commune or an arrondissement: the commune it is now part of. A birth certificate may still name it. */
  partOf: z.string().optional(),
});

export const countrySchema = z.strictObject({ code: countryCode, label: z.string().min(1).max(80) });

/** What EPS may be chosen at a terminal examination: the national list, and how many of it each exam asks. */
export const physicalEducationListSchema = z.strictObject({
  source: z.string(),
  activities: z.array(z.strictObject({ name: z.string(), learningField: z.string() })).min(1),
  /** Of so many different learning fields; an exam left out has no EPS. */
  choices: z.partialRecord(examSchema, z.number().int().min(1).max(2)),
});

const subjects = z.array(z.enum(SUBJECTS)).min(1);
const source = z.string().min(1);

/** What a former diploma or failure brings, where a text of ours says so; the rest is left to the clerk. */
export const achievementRulesSchema = z.strictObject({
  /** The kinds of diplomas the portal offers; all of them for an exam that is not here. */
  diplomaKinds: z.array(z.strictObject({ exam: examSchema, kinds: z.array(z.enum(DIPLOMA_KINDS)), source })),
  /** Épreuves that a diploma of the kind exempts from. */
  exemptions: z.array(
    z.strictObject({ exam: examSchema, diplomaKind: z.enum(DIPLOMA_KINDS), subjects, source }),
  ),
  /** Épreuves whose marks of 10 or more may be kept after another specialty of the exam was failed. */
  keptAfterFailure: z.array(z.strictObject({ exam: examSchema, subjects, source })),
});

/** A specialty that asks for the R.408 certificate, and which of the four groups of annexes, where a source says it. */
export const r408Schema = z.strictObject({
  specialtyCode: z.string().regex(/^\d{8}[A-Z]?$/),
  group: z.number().int().min(1).max(4).optional(),
  source,
});

export type Country = z.infer<typeof countrySchema>;
export type PhysicalEducationList = z.infer<typeof physicalEducationListSchema>;
export type AchievementRules = z.infer<typeof achievementRulesSchema>;
export type R408Specialty = z.infer<typeof r408Schema>;
export type Subject = (typeof SUBJECTS)[number];
export type Specialty = z.infer<typeof specialtySchema>;
export type ExamPaper = z.infer<typeof examPaperSchema>;
export type ExamPaperSet = z.infer<typeof examPaperSetSchema>;
export type Academy = z.infer<typeof academySchema>;
export type Commune = z.infer<typeof communeSchema>;

const query = z.string().max(80).default('');

export const referenceContract = {
  /** Specialties of an exam that may be sat in a session, filtered by folded words of the label or the code. */
  'reference.specialties': defineCommand({
    access: 'agent',
    input: z.strictObject({ exam: examSchema, session: z.number().int().optional(), query }),
    output: z.array(specialtySchema),
  }),
  'reference.examPapers': defineCommand({
    access: 'agent',
    input: z.strictObject({ specialtyCode: z.string().max(10) }),
    /** Null when the list of this specialty is not loaded. */
    output: examPaperSetSchema.nullable(),
  }),
  'reference.academies': defineCommand({
    access: 'public',
    input: z.strictObject({}),
    output: z.array(academySchema),
  }),
  /** At most 20 communes whose name, code or postcode begins with the query. */
  'reference.communes': defineCommand({
    access: 'agent',
    input: z.strictObject({ query }),
    output: z.array(communeSchema),
  }),
  /** France first, then by French name. */
  'reference.countries': defineCommand({
    access: 'agent',
    input: z.strictObject({}),
    output: z.array(countrySchema),
  }),
  'reference.physicalEducation': defineCommand({
    access: 'agent',
    input: z.strictObject({}),
    output: physicalEducationListSchema,
  }),
  'reference.achievementRules': defineCommand({
    access: 'agent',
    input: z.strictObject({}),
    output: achievementRulesSchema,
  }),
  /** What this station knows, and the last list that was laid over what the program ships. */
  'reference.lists': defineCommand({
    access: 'agent',
    input: z.strictObject({}),
    output: z.array(importedListSchema),
  }),
  /**
   * Lays an official list over the shipped one, in this station's base. What cannot be understood is told line by line; a file
   * that is no such list is refused whole (`reference-invalid`).
   */
  'reference.import': defineCommand({
    access: 'agent',
    input: listFileSchema,
    output: importResultSchema,
  }),
};
