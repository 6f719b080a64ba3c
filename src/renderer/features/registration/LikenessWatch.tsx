import { useDeferredValue } from 'react';
import { useWatch } from 'react-hook-form';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { answersFrom } from './form-values.ts';
import { LikenessNotice } from './LikenessNotice.tsx';
import { usePerson } from './PersonContext.tsx';

const WATCHED = ['birthName', 'usageName', 'givenNames', 'birthDate', 'email', 'ministryNumber'] as const;

/** While step 1 is typed: asks whether this person is known, as soon as there is enough to tell. */
export function LikenessWatch() {
  const { number, candidate } = usePerson();
  const values: unknown[] = useWatch({ name: WATCHED.map((field) => `identification.${field}`) });
  const typed = Object.fromEntries(WATCHED.map((field, index) => [field, values[index]]));
  const identification = useDeferredValue(JSON.stringify(typed));
  const answers = answersFrom({ identification: JSON.parse(identification) as unknown });
  const enabled = isEnough(typed);
  const check = useCommandQuery(
    'registrations.check',
    { answers, number, candidate },
    { enabled, keepPrevious: true },
  );
  return <LikenessNotice likenesses={enabled ? (check.data?.likenesses ?? []) : []} />;
}

function isEnough(typed: Record<string, unknown>): boolean {
  const text = (field: (typeof WATCHED)[number]) => (typeof typed[field] === 'string' ? typed[field] : '');
  const isNamed =
    text('birthName') !== '' && text('givenNames') !== '' && /^\d{4}-\d{2}-\d{2}$/.test(text('birthDate'));
  return isNamed || /^\S+@\S+\.\S\S/.test(text('email')) || text('ministryNumber').length > 3;
}
