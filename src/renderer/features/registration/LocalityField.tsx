import { useController, useWatch } from 'react-hook-form';
import { labelOf } from '#shared/fields/catalogue.ts';
import { CommuneInput } from '../../fields/CommuneInput.tsx';
import { textOf } from '../../fields/field-kind.ts';
import { FieldPlace, useProblemAt } from './AnswerField.tsx';

const PATH = 'identification.locality';

/** Proposes the communes of the postcode, then whatever is typed. */
export function LocalityField() {
  const { field } = useController({ name: PATH });
  const postcode: unknown = useWatch({ name: 'identification.postcode' });
  const errorMessage = useProblemAt(PATH);
  const name = textOf(field.value);
  return (
    <FieldPlace path={PATH}>
      <CommuneInput
        label={labelOf(PATH)}
        isRequired
        errorMessage={errorMessage}
        onBlur={field.onBlur}
        name={name}
        query={name === '' ? textOf(postcode) : name}
        onChoose={(commune) => field.onChange(commune.name)}
        onType={(town) => field.onChange(town)}
      />
    </FieldPlace>
  );
}
