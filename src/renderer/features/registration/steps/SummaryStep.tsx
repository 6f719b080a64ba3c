import { useEffect, useEffectEvent, useState } from 'react';
import type { z } from 'zod';
import { answersSchema } from '#shared/contract/answers.ts';
import type { CommandOutput } from '#shared/contract/index.ts';
import { Loaded } from '../../../host/Loaded.tsx';
import { useCommandQuery } from '../../../host/useCommandQuery.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { AchievementList } from '../AchievementList.tsx';
import { AnswerReview } from '../AnswerReview.tsx';
import { ExamPaperTable } from '../ExamPaperTable.tsx';
import { answersFrom } from '../form-values.ts';
import { OverridableRules } from '../OverridableRules.tsx';
import { LikenessNotice } from '../LikenessNotice.tsx';
import { usePerson } from '../PersonContext.tsx';
import { PieceList } from '../PieceList.tsx';
import { useExamContext } from '../useExamContext.ts';
import type { RegistrationForm } from '../useRegistrationForm.ts';

interface SummaryStepProps {
  registration: RegistrationForm;
}

/** Step 6: read back to the candidate before anything is saved. One wrong tick costs a year. */
export function SummaryStep({ registration }: SummaryStepProps) {
  const { number, candidate } = usePerson();
  const { form, goTo, showProblems, overrides } = registration;
  const [answers] = useState(() => answersFrom(form.getValues()));
  const check = useCommandQuery(
    'registrations.check',
    { answers, number, candidate, overrides: [...overrides] },
    { keepPrevious: true },
  );
  const context = useExamContext();
  const show = useEffectEvent((problems: CommandOutput<'registrations.check'>['problems']) => {
    form.clearErrors();
    showProblems(problems);
  });
  useEffect(() => {
    if (check.data) show(check.data.problems);
  }, [check.data]);

  return (
    <>
      <Notice
        tone="warning"
        title={`${number === undefined ? 'Pas encore enregistrée' : 'Modification pas encore enregistrée'} : relisez avec le candidat, puis enregistrez.`}
      />
      <Loaded query={check}>{(checked) => <LikenessNotice likenesses={checked.likenesses} />}</Loaded>
      <Loaded query={check}>{(checked) => <Warnings warnings={checked.warnings} />}</Loaded>
      {check.data && (
        <OverridableRules answers={answers} problems={check.data.problems} registration={registration} />
      )}
      <AnswerReview
        answers={answers}
        context={context}
        isLarge
        aside={(step) => <CorrectButton step={step} goTo={goTo} />}
      />
      <Section title="4 · Acquis" aside={<CorrectButton step={4} goTo={goTo} />}>
        <AchievementList achievements={achievementsOf(answers)} />
      </Section>
      <Loaded query={check}>{(checked) => <Consequences checked={checked} goTo={goTo} />}</Loaded>
    </>
  );
}

/** What follows from the answers: épreuves and pieces. */
function Consequences({
  checked,
  goTo,
}: {
  checked: CommandOutput<'registrations.check'>;
  goTo(step: number): void;
}) {
  return (
    <>
      <Section title="5 · Épreuves" aside={<CorrectButton step={5} goTo={goTo} />}>
        <ExamPaperTable examPapers={checked.examPapers} isKnown={checked.examPapers.length > 0} />
      </Section>
      <Section title="Pièces à fournir">
        <PieceList pieces={checked.pieces} />
      </Section>
    </>
  );
}

function CorrectButton({ step, goTo }: { step: number; goTo(step: number): void }) {
  return (
    <Button variant="quiet" label={`Corriger l’étape ${step}`} onPress={() => goTo(step)}>
      Corriger
    </Button>
  );
}

function Warnings({ warnings }: { warnings: CommandOutput<'registrations.check'>['warnings'] }) {
  if (warnings.length === 0) return null;
  return (
    <Notice tone="warning" title="À dire au candidat">
      <ul>
        {warnings.map((warning) => (
          <li key={warning.code + warning.message}>{warning.message}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** Only whole achievements can be said in words; a half typed one is among the problems above. */
function achievementsOf(answers: Record<string, unknown>): z.infer<typeof answersSchema>['achievements'] {
  const parsed = answersSchema.shape.achievements.safeParse(answers['achievements']);
  return parsed.success ? parsed.data : [];
}
