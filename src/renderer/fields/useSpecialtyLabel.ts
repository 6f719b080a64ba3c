import type { Exam } from '#shared/contract/answers.ts';
import { useCommandQuery } from '../host/useCommandQuery.ts';

/** The label of a specialty's code; the code itself while it is not known. */
export function useSpecialtyLabel(exam: Exam | undefined, code: string): string {
  const found = useCommandQuery(
    'reference.specialties',
    { exam: exam ?? 'cap', query: code },
    { enabled: exam !== undefined && code !== '' },
  );
  return found.data?.find((specialty) => specialty.code === code)?.label ?? code;
}
