import { stringifyAnswer } from '#shared/fields/stringify.ts';
import { useCommandQuery } from '../host/useCommandQuery.ts';
import { textOf, type FieldOutputProps } from './field-kind.ts';
import { useCountries } from './useCountries.ts';
import { useSpecialtyLabel } from './useSpecialtyLabel.ts';

/** An answer in words; an empty one says that it was not given. */
export function AnswerOutput({ path, value }: FieldOutputProps) {
  const words = stringifyAnswer(path, value);
  return words === '' ? <span className="quiet">non renseigné</span> : <>{words}</>;
}

export function DateOutput({ path, value }: FieldOutputProps) {
  return <time dateTime={textOf(value)}>{stringifyAnswer(path, value)}</time>;
}

export function CountryOutput({ path, value }: FieldOutputProps) {
  const countries = useCountries();
  return (
    <>
      {stringifyAnswer(path, value, {
        country: (code) => countries.find((option) => option.value === code)?.label,
      })}
    </>
  );
}

export function CampaignOutput({ path, value }: FieldOutputProps) {
  const campaigns = useCommandQuery('campaigns.list', {});
  return (
    <>
      {stringifyAnswer(path, value, {
        campaign: (id) => campaigns.data?.find((one) => one.id === id)?.title,
      })}
    </>
  );
}

export function SpecialtyOutput({ path, value, context }: FieldOutputProps) {
  const label = useSpecialtyLabel(context?.exam, textOf(value));
  return <>{stringifyAnswer(path, value, { specialty: () => label })}</>;
}
