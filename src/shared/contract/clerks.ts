import { z } from 'zod';
import { defineCommand } from './define.ts';
import { agentSchema, login, roleSchema } from './station.ts';
import { text } from './text.ts';

export const clerkSchema = z.strictObject({
  ...agentSchema.shape,
  active: z.boolean(),
  /** `none`: she opens nothing until her passphrase is reset. `temporary`: made by another, to be changed at the first unlocking. */
  key: z.enum(['none', 'temporary', 'own']),
  lastUnlockAtMs: z.number().nullable(),
});
export type Clerk = z.infer<typeof clerkSchema>;

const id = z.string().max(60);
/** Shown once to who made it, for the clerk; kept nowhere. */
const withTemporaryPassphrase = z.strictObject({ clerk: clerkSchema, temporaryPassphrase: z.string() });

/** Who opens this station. A clerk is never removed: what she did bears her name. */
export const clerksContract = {
  'clerks.list': defineCommand({
    access: 'agent',
    input: z.strictObject({}),
    output: z.array(clerkSchema),
  }),
  /** Throws `invalid-input` (`login-taken`). */
  'clerks.add': defineCommand({
    access: 'agent',
    input: z.strictObject({ login, name: text(80), role: roleSchema }),
    output: withTemporaryPassphrase,
  }),
  /** Throws `last-bureau-head`. */
  'clerks.changeRole': defineCommand({
    access: 'agent',
    input: z.strictObject({ id, role: roleSchema }),
    output: clerkSchema,
  }),
  /** Her slot is destroyed. Throws `last-bureau-head`. */
  'clerks.disable': defineCommand({
    access: 'agent',
    input: z.strictObject({ id }),
    output: clerkSchema,
  }),
  'clerks.enable': defineCommand({
    access: 'agent',
    input: z.strictObject({ id }),
    output: withTemporaryPassphrase,
  }),
  /** Throws `clerk-disabled`; one's own is changed by `station.changePassphrase`. */
  'clerks.resetPassphrase': defineCommand({
    access: 'agent',
    input: z.strictObject({ id }),
    output: withTemporaryPassphrase,
  }),
};
