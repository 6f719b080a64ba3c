import { ZodError } from 'zod';
import { sqlStateOf } from '../postgres/database.ts';
import { Refusal } from '../refusal.ts';

/** Errors by which a database or its connection says "not now". */
const AWAY = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'];

/** Whatever was thrown, as something to answer with. */
export function toRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof ZodError || error instanceof SyntaxError)
    return new Refusal('bad-request', { cause: error });
  const code = codeOf(error);
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new Refusal('too-large', { cause: error });
  if (code === 'ENOSPC' || sqlStateOf(error) === '53100') return new Refusal('disk-full', { cause: error });
  // Class 22: a value PostgreSQL cannot hold, such as a NUL character.
  if (sqlStateOf(error)?.startsWith('22')) return new Refusal('bad-request', { cause: error });
  if (isAway(error, code)) return new Refusal('unavailable', { cause: error });
  if (isClientFault(error)) return new Refusal('bad-request', { cause: error });
  return new Refusal('internal', { cause: error });
}

/** Classes 08 (connection), 40 (serialisation, deadlock), 53 (resources) and 57 (operator intervention) of SQLSTATE. */
function isAway(error: unknown, code: string | undefined): boolean {
  const state = sqlStateOf(error);
  if (state !== undefined) return /^(08|40|53|57)/.test(state);
  return (
    (code !== undefined && AWAY.includes(code)) ||
    // The driver says it in words only: “connection terminated”, “timeout exceeded when trying to connect”.
    (error instanceof Error && /connect/i.test(error.message))
  );
}

function isClientFault(error: unknown): boolean {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' && status >= 400 && status < 500;
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
