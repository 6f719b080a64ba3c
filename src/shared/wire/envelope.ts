import { z } from 'zod';
import { ERROR_CODES, GuichetError, PROBLEM_CODES } from '../errors.ts';

export const fieldProblemSchema = z.strictObject({
  path: z.string(),
  code: z.enum(PROBLEM_CODES),
  detail: z.record(z.string(), z.string()).optional(),
});

export const wireErrorSchema = z.strictObject({
  code: z.enum(ERROR_CODES),
  fields: z.array(fieldProblemSchema).optional(),
  detail: z.record(z.string(), z.string()).optional(),
});

/** What every command answers, in both hosts: a value or an error with a code of the closed set. */
export const envelopeSchema = z.union([
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ ok: z.literal(false), error: wireErrorSchema }),
]);

export type WireError = z.infer<typeof wireErrorSchema>;
export type Envelope<T = unknown> = { ok: true; value: T } | { ok: false; error: WireError };

export function toWireError(error: unknown): WireError {
  if (!(error instanceof GuichetError)) return { code: 'internal' };
  return {
    code: error.code,
    ...(error.fields.length > 0 ? { fields: [...error.fields] } : {}),
    ...(Object.keys(error.detail).length > 0 ? { detail: { ...error.detail } } : {}),
  };
}

/** Inverse of `toWireError`, for callers that prefer an exception. */
export function fromWireError(error: WireError): GuichetError {
  return new GuichetError(error.code, { fields: error.fields ?? [], detail: error.detail ?? {} });
}
