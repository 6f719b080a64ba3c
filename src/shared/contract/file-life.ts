import { z } from 'zod';
import { ERROR_CODES } from '../errors.ts';
import { defineCommand } from './define.ts';
import { text } from './text.ts';

const number = z.string().max(40);
const reason = text(300);

/** Ends of several files at once: each is decided on its own, and one that is refused says why. */
const severalEnds = {
  access: 'agent' as const,
  input: z.strictObject({ numbers: z.array(number).min(1).max(500), reason }),
  output: z.strictObject({
    ended: z.array(z.string()),
    refused: z.array(
      z.strictObject({
        number: z.string(),
        code: z.enum(ERROR_CODES),
        detail: z.record(z.string(), z.string()),
      }),
    ),
  }),
};

/** How a candidature ends. An end is final: whoever changes his mind registers anew (S4-27). */
export const fileLifeContract = {
  /** Désinscription, asked by the candidate, until the closing of the window the file was made in (S4-24). */
  'registrations.withdraw': defineCommand({
    access: 'agent',
    input: z.strictObject({ number, reason }),
    output: z.strictObject({ registrationNumber: z.string(), candidateNumber: z.string() }),
  }),
  /** Annulée: no confirmation came back in time (S0-23, S1-10). Supervisors only. */
  'registrations.cancel': defineCommand(severalEnds),
  /** Écartée: R.408 is missing after its date (S1-08). Supervisors only. */
  'registrations.exclude': defineCommand(severalEnds),
};
