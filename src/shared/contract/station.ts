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
    }),
    output: stationSchema,
  }),
  'session.unlock': defineCommand({
    access: 'public',
    input: z.strictObject({ login, passphrase: typedPassphrase }),
    output: agentSchema,
  }),
  /** Refuses everything from now on; work that runs goes on to its end, then the base is closed and its key overwritten. */
  'session.lock': defineCommand({ access: 'public', input: z.strictObject({}), output: z.strictObject({}) }),
};
