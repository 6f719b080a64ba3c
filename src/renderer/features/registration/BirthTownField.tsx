import { useEffect } from 'react';
import { useController, useFormContext, useWatch } from 'react-hook-form';
import { labelOf } from '#shared/fields/catalogue.ts';
import { CommuneInput } from '../../fields/CommuneInput.tsx';
import { textOf } from '../../fields/field-kind.ts';
import { TextField } from '../../ui/TextField.tsx';
import { FieldPlace, useProblemAt } from './AnswerField.tsx';
import { usePerson } from './PersonContext.tsx';

const PATH = 'identification.birthTown';
const CODE_PATH = 'identification.birthCommuneCode';

/** A commune of the list brings its code; a name typed freely (vanished commune, town abroad) has none. */
export function BirthTownField() {
  const { setValue } = useFormContext();
  const { field } = useController({ name: PATH });
  const country: unknown = useWatch({ name: 'identification.birthCountry' });
  const code: unknown = useWatch({ name: CODE_PATH });
  const errorMessage = useProblemAt(PATH, CODE_PATH);
  const name = textOf(field.value);
  const isDisabled = usePerson().frozen.has(PATH);
  const isAbroad = country !== 'FR';
  const input = { isDisabled, label: labelOf(PATH), isRequired: true, errorMessage, onBlur: field.onBlur };

  // A code chosen before the country was changed would say something else than the town.
  useEffect(() => {
    if (isAbroad && code !== undefined) setValue(CODE_PATH, undefined);
  }, [isAbroad, code, setValue]);

  const change = (town: string, communeCode?: string) => {
    field.onChange(town);
    setValue(CODE_PATH, communeCode, { shouldValidate: errorMessage !== undefined });
  };

  return (
    <FieldPlace path={PATH}>
      {!isAbroad ? (
        <CommuneInput
          {...input}
          name={name}
          description={hintFor(name, textOf(code))}
          onChoose={(commune) => change(commune.name, commune.code)}
          onType={(town) => town !== name && change(town)}
        />
      ) : (
        <TextField {...input} value={name} onChange={(town) => change(town)} />
      )}
    </FieldPlace>
  );
}

function hintFor(name: string, code: string): string {
  if (code !== '') return `Code commune ${code}`;
  return name === ''
    ? 'Nom ou code postal'
    : 'Pas prise dans la liste (flèche bas, Entrée) ; si elle n’existe plus, gardez le nom de l’acte.';
}
