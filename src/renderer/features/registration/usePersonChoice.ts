import { useMemo, useState } from 'react';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { frozenPathsOf } from './frozen-paths.ts';
import type { Person } from './PersonContext.tsx';
import { takeUpAnswers } from './take-up-answers.ts';
import type { RegistrationForm } from './useRegistrationForm.ts';

export const SOMEBODY_ELSE = 'new';

/** For a new registration: who it is, as far as the clerk has said. */
export function usePersonChoice(
  { form, goTo }: Pick<RegistrationForm, 'form' | 'goTo'>,
  initial: string | undefined,
): Person {
  const [candidate, setCandidate] = useState(initial);
  const isKnown = candidate !== undefined && candidate !== SOMEBODY_ELSE;
  const known = useCommandQuery('candidates.get', { candidateNumber: candidate ?? '' }, { enabled: isKnown });
  const identification = isKnown ? known.data?.identification : undefined;
  const frozen = useMemo(
    () => (identification ? frozenPathsOf(identification) : new Set<string>()),
    [identification],
  );
  return {
    candidate,
    frozen,
    choose: setCandidate,
    takeUp(number, answers) {
      form.reset(takeUpAnswers(form.getValues(), answers));
      setCandidate(number);
      // From the beginning: everything is to be read again with the candidate.
      goTo(1);
    },
  };
}
