import { findField } from '#shared/fields/catalogue.ts';
import { AnswerOutput } from './AnswerOutput.tsx';
import type { FieldOutputProps } from './field-kind.ts';
import { FIELD_KINDS } from './field-kinds.ts';

/** The answer at any path, read back by its kind. */
export function AnswerValue(props: FieldOutputProps) {
  const field = findField(props.path);
  const Output = field ? FIELD_KINDS[field.kind].Output : AnswerOutput;
  return <Output {...props} />;
}
