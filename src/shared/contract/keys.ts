import { z } from 'zod';
import { bytes } from './bytes.ts';
import { defineCommand } from './define.ts';
import { printerName } from './printing.ts';
import { overrideSchema } from './registrations.ts';
import { agentSchema, login, typedPassphrase } from './station.ts';

export const IDLE_MINUTES = { shortest: 1, longest: 120 } as const;
export const EXPIRY_DAYS = { shortest: 7, longest: 365 } as const;

export const keySettingsSchema = z.strictObject({
  idleMinutes: z.number().int().min(IDLE_MINUTES.shortest).max(IDLE_MINUTES.longest),
  /** Days without meeting the centre after which only a head of bureau opens the station; null: never. */
  expiryDays: z.number().int().min(EXPIRY_DAYS.shortest).max(EXPIRY_DAYS.longest).nullable(),
});
export type KeySettings = z.infer<typeof keySettingsSchema>;

/** What guards the station: its idle time, its keys, and what opens it when a passphrase is lost. */
export const keysContract = {
  /** Somebody is at the keyboard: the time before locking begins anew. */
  'session.touch': defineCommand({ access: 'agent', input: z.strictObject({}), output: z.strictObject({}) }),
  /**
   * A supervisor approves at the keyboard of another clerk, under her own name, that a rule is set aside for this reason; the session stays
   * the other's. Good for one registration, a quarter of an hour. Throws `wrong-passphrase`, `too-many-attempts`, `approver-not-entitled`.
   */
  'session.approve': defineCommand({
    access: 'agent',
    input: z.strictObject({
      login,
      passphrase: typedPassphrase,
      override: overrideSchema.omit({ approval: true }),
    }),
    output: z.strictObject({ approval: z.string(), approvedBy: z.string() }),
  }),
  /** One's own. Throws `wrong-passphrase`, `invalid-input`. */
  'station.changePassphrase': defineCommand({
    access: 'agent',
    input: z.strictObject({ before: typedPassphrase, after: typedPassphrase }),
    output: z.strictObject({}),
  }),
  'station.keySettings': defineCommand({
    access: 'agent',
    input: z.strictObject({}),
    output: z.strictObject({
      ...keySettingsSchema.shape,
      recoveryMadeAtMs: z.number().nullable(),
      /** Null where the station has met no centre yet. */
      lastContactAtMs: z.number().nullable(),
    }),
  }),
  'station.configureKeys': defineCommand({
    access: 'agent',
    input: keySettingsSchema,
    output: z.strictObject({}),
  }),
  /** The station has met no centre for too long, and a head of bureau says that it may go on: the days begin anew. */
  'station.liftExpiry': defineCommand({
    access: 'agent',
    input: z.strictObject({}),
    output: z.strictObject({}),
  }),
  /**
   * Shown once and kept nowhere; a former one opens nothing any more. `page`: a PDF to print for the office, sent at once to `printer` where
   * one is named: a secret comes out nowhere that nobody chose.
   */
  'station.makeRecoveryKey': defineCommand({
    access: 'agent',
    input: z.strictObject({ printer: printerName.optional() }),
    output: z.strictObject({ recoveryKey: z.string(), page: bytes, isPrinted: z.boolean() }),
  }),
  /** Opens the station for a head of bureau with the recovery key, under a new passphrase. Throws `recovery-…`, `invalid-input`. */
  'station.recover': defineCommand({
    access: 'public',
    input: z.strictObject({ recoveryKey: z.string().max(120), login, passphrase: typedPassphrase }),
    output: agentSchema,
  }),
  /** Another database key: what opened the former one (copies of slots, a clerk who left) opens nothing any more. Throws `station-in-use`. */
  'station.rekey': defineCommand({
    access: 'agent',
    input: z.strictObject({}),
    /** Clerks whose passphrase is to be reset. */
    output: z.strictObject({ withoutKey: z.array(z.string()) }),
  }),
};
