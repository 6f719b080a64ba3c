import { z } from 'zod';
import { draftAnswersSchema, examSchema, identificationSchema } from './answers.ts';
import { defineCommand } from './define.ts';
import { statusSchema } from './registrations.ts';

const candidateNumber = z.string().max(40);

export const candidateRegistrationSchema = z.strictObject({
  registrationNumber: z.string(),
  version: z.number().int(),
  exam: examSchema,
  examYear: z.number().int(),
  specialtyLabel: z.string(),
  status: statusSchema,
});
export type CandidateRegistration = z.infer<typeof candidateRegistrationSchema>;

export const candidateSchema = z.strictObject({
  candidateNumber: z.string(),
  /** As in the newest registration. */
  identification: identificationSchema,
  /** Every one, the newest first: those that ended too, which the portal hides from the candidate (S4-21). */
  registrations: z.array(candidateRegistrationSchema),
});
export type Candidate = z.infer<typeof candidateSchema>;

/** What a clerk should know of answers taken up from a former session. */
export const PREFILL_REMARKS = [
  'specialty-replaced',
  'specialty-gone',
  'no-open-service',
  'several-open-services',
  'achievement-expired',
  'effects-to-review',
  'marks-to-type',
] as const;

export const prefillRemarkSchema = z.strictObject({
  code: z.enum(PREFILL_REMARKS),
  detail: z.record(z.string(), z.string()),
});
export type PrefillRemark = z.infer<typeof prefillRemarkSchema>;

export const candidatesContract = {
  /** A person with all her registrations. By the candidate number, spaces allowed. */
  'candidates.get': defineCommand({
    access: 'agent',
    input: z.strictObject({ candidateNumber }),
    output: candidateSchema,
  }),
  /**
   * What a returning candidate's new registration may begin with (S2-04, S2-05), from the newest one or the one named. Nothing is
   * saved: a person reads it, confirms it, and every answer is asked again on its step.
   */
  'candidates.prefill': defineCommand({
    access: 'agent',
    input: z.strictObject({ candidateNumber, from: z.string().max(40).optional() }),
    output: z.strictObject({
      answers: draftAnswersSchema,
      /** The registration it is taken from. */
      from: z.string(),
      remarks: z.array(prefillRemarkSchema),
    }),
  }),
};
