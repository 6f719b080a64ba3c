import { z } from 'zod';
import { LONGEST_PASSPHRASE } from '../rules/passphrase.ts';
import { defineCommand } from './define.ts';
import { text } from './text.ts';

export const ROLES = ['counterAgent', 'caseManager', 'bureauHead', 'auditor'] as const;
export const roleSchema = z.enum(ROLES);
export type Role = z.infer<typeof roleSchema>;

export const agentSchema = z.strictObject({
  id: z.string(),
  login: z.string(),
  name: z.string(),
  role: roleSchema,
});
export type Agent = z.infer<typeof agentSchema>;

export const login = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{1,39}$/);
/** Any that may be tried; one that is chosen is judged by `rules/passphrase`. */
export const typedPassphrase = z.string().max(LONGEST_PASSPHRASE);

export const stationSchema = z.strictObject({
  stationId: z.string(),
  name: z.string(),
  office: z.string(),
  academyCode: z.string(),
  training: z.boolean(),
  /** Four digits: the numbers this station gives. */
  block: z.string(),
  enrolled: z.boolean(),
});
export type Station = z.infer<typeof stationSchema>;

/** What is left to do once the station exists, in the order the assistant takes it. */
export const FIRST_STEPS = ['recoveryKey', 'campaign', 'scanner', 'printer'] as const;
const firstStepSchema = z.enum(FIRST_STEPS);
export type FirstStep = z.infer<typeof firstStepSchema>;

/** What each step asks to be done: who may not do it may not say that it is done. */
export const FIRST_STEP_COMMANDS = {
  recoveryKey: 'station.makeRecoveryKey',
  campaign: 'campaigns.import',
  scanner: 'scanners.choose',
  printer: 'printers.choose',
} as const satisfies Record<FirstStep, string>;

/** About this machine and its station: which first steps a person said are done, and whether she wants to hear of the others. */
export const firstStepsSchema = z.strictObject({
  /** Of the station it speaks of: another data folder is another beginning. Null where no assistant was ever begun. */
  stationId: z.string().nullable().default(null),
  done: z.array(firstStepSchema).default([]),
  isDismissed: z.boolean().default(false),
});
export type FirstSteps = z.infer<typeof firstStepsSchema>;

export const stationContract = {
  'station.status': defineCommand({
    access: 'public',
    input: z.strictObject({}),
    output: z.strictObject({
      state: z.enum(['absent', 'locked', 'open']),
      training: z.boolean(),
      /** The login of a station of one clerk; where there are several, none is told to who has not unlocked. */
      onlyLogin: z.string().nullable(),
      station: stationSchema.nullable(),
      agent: agentSchema.nullable(),
      /** Her passphrase was made by another: nothing else before she changes it. */
      mustChangePassphrase: z.boolean(),
      /** Minutes without a key or a mouse before the station locks by itself. */
      idleMinutes: z.number().int(),
      /** Days since the centre was last met, where that is too many: only a head of bureau opens the station still. */
      expiredDays: z.number().int().nullable(),
      /** Without one, a forgotten passphrase or a lost account loses the folder. */
      hasRecoveryKey: z.boolean(),
      /** The station's clock; a base école may play another date. */
      nowMs: z.number(),
      version: z.string(),
    }),
  }),
  /** Makes the data folder, its keys and the first clerk, and unlocks it. */
  'station.setup': defineCommand({
    access: 'public',
    input: z.strictObject({
      name: text(60),
      office: text(80),
      academyCode: z.string().regex(/^\d{2}$/),
      agentLogin: login,
      agentName: text(80).optional(),
      role: roleSchema.default('bureauHead'),
      passphrase: typedPassphrase,
      training: z.boolean().default(false),
      /** By the assistant: what is left to do afterwards is told until it is done. */
      beginsFirstSteps: z.boolean().default(false),
    }),
    output: stationSchema,
  }),
  /** What remains of the beginning; of a station that was made without the assistant, nothing is told. */
  'station.firstSteps': defineCommand({
    access: 'agent',
    input: z.strictObject({}),
    output: z.strictObject({
      isBegun: z.boolean(),
      done: z.array(firstStepSchema),
      isDismissed: z.boolean(),
    }),
  }),
  /** Adds what was done, or says no more of the rest: of that, the head of bureau decides for all. */
  'station.keepFirstSteps': defineCommand({
    access: 'agent',
    input: z.strictObject({ done: firstStepSchema.optional(), isDismissed: z.boolean().optional() }),
    output: z.strictObject({}),
  }),
  'session.unlock': defineCommand({
    access: 'public',
    input: z.strictObject({ login, passphrase: typedPassphrase }),
    output: agentSchema,
  }),
  /** Refuses everything from now on; work that runs goes on to its end, then the base is closed and its key overwritten. */
  'session.lock': defineCommand({ access: 'public', input: z.strictObject({}), output: z.strictObject({}) }),
};
