import { useController, useFormContext, useFormState } from 'react-hook-form';
import { labelOf } from '#shared/fields/catalogue.ts';
import { WorkPeriodsInput } from '../../fields/WorkPeriodsInput.tsx';
import { FieldPlace, sentenceAt } from './AnswerField.tsx';
import { fieldId } from './focus-field.ts';
import type { FormValues } from './form-values.ts';

const PATH = 'candidature.workPeriods';

/** The jobs of a candidate, each part of each with its own problem. */
export function WorkPeriodsField() {
  const { control } = useFormContext<FormValues>();
  const { field } = useController({ control, name: PATH });
  const { errors } = useFormState({ control, name: PATH });
  return (
    <FieldPlace path={PATH}>
      <WorkPeriodsInput
        label={labelOf(PATH)}
        value={field.value}
        onChange={field.onChange}
        errorMessage={sentenceAt(errors, PATH)}
        part={(subPath) => ({
          id: fieldId(`${PATH}.${subPath}`),
          errorMessage: sentenceAt(errors, `${PATH}.${subPath}`),
        })}
      />
    </FieldPlace>
  );
}
