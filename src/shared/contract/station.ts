import { z } from 'zod';
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
/** Long enough to resist an offline attack on a stolen disk; no composition rule (length beats complexity). */
export const passphrase = z.string().min(8).max(200);

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
      /** Logins that may unlock this data folder. */
      logins: z.array(z.string()),
      station: stationSchema.nullable(),
      agent: agentSchema.nullable(),
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
      passphrase,
      training: z.boolean().default(false),
    }),
    output: stationSchema,
  }),
  'session.unlock': defineCommand({
    access: 'public',
    input: z.strictObject({ login, passphrase: z.string().max(200) }),
    output: agentSchema,
  }),
  'session.lock': defineCommand({ access: 'public', input: z.strictObject({}), output: z.strictObject({}) }),
};
