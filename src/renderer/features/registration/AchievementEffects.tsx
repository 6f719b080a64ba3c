import { useFormContext, useWatch } from 'react-hook-form';
import type { Achievement, Exam } from '#shared/contract/answers.ts';
import type { ExamPaper } from '#shared/contract/reference.ts';
import { hasForms } from '#shared/rules/eligibility.ts';
import { keepablePapers, proposedExemptions } from '#shared/rules/exemptions.ts';
import { effectsFrom, type TypedEffect } from './achievement-effects.ts';
import { FieldPlace } from './AnswerField.tsx';
import { EffectsTable } from './EffectsTable.tsx';
import { ProposedExemptions } from './ProposedExemptions.tsx';
import { useAchievementRules } from './useAchievementRules.ts';

interface AchievementEffectsProps {
  /** Path of the achievement, `achievements.0`. */
  path: string;
  examPapers: readonly ExamPaper[];
}

/** What an achievement spares: first what its text gives, to be unticked one by one, then whatever else the clerk reads on the papers. */
export function AchievementEffects({ path, examPapers }: AchievementEffectsProps) {
  const { setValue } = useFormContext();
  const [effects, type, diplomaKind, exam, form] = useWatch({
    name: [
      `${path}.effects`,
      `${path}.type`,
      `${path}.diplomaKind`,
      'candidature.exam',
      'qualification.form',
    ],
  }) as [unknown, Achievement['type'] | undefined, Achievement['diplomaKind'], Exam | undefined, unknown];
  const rules = useAchievementRules();
  const origin = { ...(type && { type }), ...(diplomaKind && { diplomaKind }) };
  const proposal = exam && proposedExemptions(exam, origin, examPapers, rules);
  const keepable = exam && keepablePapers(exam, origin, examPapers, rules);
  const proposed = new Set(proposal?.examPaperCodes);
  const list = {
    effects: effectsFrom(effects),
    onChange: (changed: TypedEffect[]) => setValue(`${path}.effects`, changed, { shouldDirty: true }),
  };
  return (
    <FieldPlace path={`${path}.effects`}>
      {proposal && (
        <ProposedExemptions
          papers={examPapers.filter(({ code }) => proposed.has(code))}
          source={proposal.source}
          {...list}
        />
      )}
      <EffectsTable
        path={`${path}.effects`}
        examPapers={examPapers.filter(({ code }) => !proposed.has(code))}
        mayCarry={hasForms(exam) && form === 'progressive'}
        keepable={keepable}
        {...list}
      />
    </FieldPlace>
  );
}
