import type { z } from 'zod';
import { GuichetError } from '#shared/errors.ts';
import type { Row } from './types.ts';

/** Typed reading of a row's columns: a wrong type means a damaged base, not a bug to be guessed at later. */

export function textOf(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw damaged(column);
  return value;
}

export function numberOf(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== 'number') throw damaged(column);
  return value;
}

export function bytesOf(row: Row, column: string): Uint8Array {
  const value = row[column];
  if (!(value instanceof Uint8Array)) throw damaged(column);
  return value;
}

export function textOrNullOf(row: Row, column: string): string | null {
  return row[column] === null ? null : textOf(row, column);
}

export function numberOrNullOf(row: Row, column: string): number | null {
  return row[column] === null ? null : numberOf(row, column);
}

/** JSON column, checked by its schema. */
export function jsonOf<Schema extends z.ZodType>(row: Row, column: string, schema: Schema): z.output<Schema> {
  const parsed = schema.safeParse(JSON.parse(textOf(row, column)));
  if (!parsed.success) throw damaged(column, parsed.error);
  return parsed.data;
}

function damaged(column: string, cause?: unknown): GuichetError {
  return new GuichetError('database-damaged', { detail: { column }, cause });
}
