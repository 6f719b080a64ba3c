import { createContext, useContext } from 'react';

/** Who the form is about, beside what is typed in it. */
export interface Person {
  /** The registration being changed; absent for a new one. */
  number?: string | undefined;
  /** The known candidate, or `new` for a namesake, as the clerk chose. */
  candidate?: string | undefined;
  /** Paths that only a correction of the identity may change (S4-07, S4-12). */
  frozen: ReadonlySet<string>;
  /** Absent where there is nothing to choose: a saved registration is somebody's. */
  choose?: (candidate: string | undefined) => void;
  /** Takes up the answers of a known candidate, whose registration it becomes. */
  takeUp?: (candidate: string, answers: Record<string, unknown>) => void;
}

const PersonContext = createContext<Person>({ frozen: new Set() });

export const PersonProvider = PersonContext.Provider;

export function usePerson(): Person {
  return useContext(PersonContext);
}
