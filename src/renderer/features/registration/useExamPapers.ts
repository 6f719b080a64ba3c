import { useWatch } from 'react-hook-form';
import type { ExamPaperSet } from '#shared/contract/reference.ts';
import { useCommandQuery } from '../../host/useCommandQuery.ts';

/** The épreuves of the chosen specialty; null when their list is not loaded, undefined before a specialty is chosen. */
export function useExamPapers(): ExamPaperSet | null | undefined {
  const specialtyCode = useWatch({ name: 'qualification.specialtyCode' }) as string | undefined;
  const isChosen = specialtyCode !== undefined && specialtyCode !== '';
  const set = useCommandQuery(
    'reference.examPapers',
    { specialtyCode: specialtyCode ?? '' },
    { enabled: isChosen },
  );
  return isChosen ? set.data : undefined;
}
