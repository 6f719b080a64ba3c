import type { ComponentType } from 'react';
import type { Exam } from '#shared/contract/answers.ts';
import type { FieldProps } from '../ui/field-props.ts';

/** What some fields need to know of the other answers. */
export interface FieldContext {
  exam?: Exam | undefined;
  session?: number | undefined;
  /** Languages the académie can examine; empty or left out: all. */
  languages?: readonly string[] | undefined;
}

/**
 * The value is whatever the form holds: right, wrong or half typed. An input shows it as it is and never drops what it
 * cannot understand; judging is for the schema.
 */
export interface FieldInputProps extends FieldProps {
  value: unknown;
  onChange(value: unknown): void;
  context?: FieldContext | undefined;
}

export interface FieldOutputProps {
  path: string;
  value: unknown;
  context?: FieldContext | undefined;
}

/** With `stringifyAnswer` (shared with the print), the triple of a kind of field. */
export interface FieldKindParts {
  Input: ComponentType<FieldInputProps>;
  Output: ComponentType<FieldOutputProps>;
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
