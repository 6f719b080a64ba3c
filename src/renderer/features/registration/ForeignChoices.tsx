import { useFormContext, useWatch } from 'react-hook-form';
import type { ExamPaperSet } from '#shared/contract/reference.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { foreignCodes, withoutCodes } from './foreign-choices.ts';

/** What remains of another specialty once it has changed; it goes when the clerk says so. */
export function ForeignChoices({ set }: { set: ExamPaperSet | null }) {
  const { setValue } = useFormContext();
  const [achievements, examPapers] = useWatch({ name: ['achievements', 'examPapers'] }) as [unknown, unknown];
  const typed = { achievements, examPapers };
  const codes = set === null ? [] : foreignCodes(typed, set);
  if (codes.length === 0) return null;
  const remove = () => {
    const left = withoutCodes(typed, codes);
    setValue('achievements', left.achievements, { shouldDirty: true });
    setValue('examPapers', left.examPapers, { shouldDirty: true });
  };
  return (
    <Notice
      tone="warning"
      title={`Des choix faits pour une autre spécialité restent : ${codes.join(', ')}. Ils ne peuvent pas être enregistrés.`}
    >
      <div className="actions">
        <Button onPress={remove}>Retirer ces choix</Button>
      </div>
    </Notice>
  );
}
