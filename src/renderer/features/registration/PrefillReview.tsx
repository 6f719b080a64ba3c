import { answersSchema, type Exam } from '#shared/contract/answers.ts';
import type { CommandOutput } from '#shared/contract/index.ts';
import { prefillSentence } from '#shared/sentences/prefill-sentences.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { AchievementList } from './AchievementList.tsx';
import { answerAt } from './answer-at.ts';
import { AnswerReview } from './AnswerReview.tsx';

/** All that would be taken up from a former session, and what to check of it: nothing comes along unseen. */
export function PrefillReview({ prefill }: { prefill: CommandOutput<'candidates.prefill'> }) {
  const { answers, remarks } = prefill;
  const exam = answerAt(answers, 'candidature.exam') as Exam | undefined;
  const achievements = answersSchema.shape.achievements.safeParse(answers['achievements']);
  return (
    <>
      {remarks.length > 0 && (
        <Notice tone="warning" title="À vérifier avec le candidat">
          <ul>
            {remarks.map((remark) => (
              <li key={remark.code + (remark.detail['year'] ?? '')}>{prefillSentence(remark)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <AnswerReview answers={answers} context={{ exam }} />
      <Section title="4 · Acquis">
        <AchievementList achievements={achievements.success ? achievements.data : []} />
      </Section>
    </>
  );
}
