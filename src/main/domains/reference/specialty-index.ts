import type { Exam } from '#shared/contract/answers.ts';
import type { Specialty } from '#shared/contract/reference.ts';
import { diplomaCode } from '#shared/rules/diploma-code.ts';
import { foldForSearch } from '#shared/rules/fold.ts';

export interface SpecialtyQuery {
  exam: Exam;
  session?: number | undefined;
  query: string;
}

export interface SpecialtyIndex {
  find(code: string): Specialty | undefined;
  /** By label. Every word of the query begins a word of the label, or the query begins the code. */
  search(query: SpecialtyQuery): Specialty[];
}

export function indexSpecialties(specialties: readonly Specialty[]): SpecialtyIndex {
  const byCode = new Map(specialties.map((specialty) => [specialty.code, specialty]));
  const collator = new Intl.Collator('fr');
  const sorted = specialties
    .toSorted((a, b) => collator.compare(a.label, b.label) || (a.code < b.code ? -1 : 1))
    .map((specialty) => ({ specialty, words: ` ${foldForSearch(specialty.label)}` }));
  return {
    find(code) {
      const normal = diplomaCode(code);
      return normal === undefined ? undefined : byCode.get(normal);
    },
    search({ exam, session, query }) {
      const wanted = foldForSearch(query).split(' ');
      const codeStart = query.toUpperCase().replace(/[^0-9A-Z]/g, '');
      return sorted
        .filter(({ specialty, words }) => {
          const matches =
            wanted.every((word) => words.includes(` ${word}`)) || specialty.code.startsWith(codeStart);
          return matches && family(specialty.exam) === family(exam) && isExaminedIn(specialty, session);
        })
        .map(({ specialty }) => specialty);
    },
  };
}

/** MC became CS with session 2025, and a specialty kept its code across the change (decree 2023-824). */
function family(exam: Exam): Exam {
  return exam === 'mc' ? 'cs' : exam;
}

function isExaminedIn(
  { firstSession, lastSession, extraSession }: Specialty,
  session: number | undefined,
): boolean {
  if (session === undefined || session === extraSession) return true;
  return session >= (firstSession ?? session) && session <= (lastSession ?? session);
}
