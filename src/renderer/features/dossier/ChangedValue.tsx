import { AnswerValue } from '../../fields/AnswerValue.tsx';
import type { FieldContext } from '../../fields/field-kind.ts';
import { ListChange } from './ListChange.tsx';

interface ChangedValueProps {
  path: string;
  value: unknown;
  context: FieldContext;
}

/** One side of a change, in words: a simple answer, or a list that changed as a whole. */
export function ChangedValue({ path, value, context }: ChangedValueProps) {
  return value !== null && typeof value === 'object' ? (
    <ListChange path={path} value={value} />
  ) : (
    <AnswerValue path={path} value={value} context={context} />
  );
}
