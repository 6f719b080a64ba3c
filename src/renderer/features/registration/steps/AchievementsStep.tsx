import { useEffect, useRef } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Section } from '../../../ui/Section.tsx';
import { AchievementCard } from '../AchievementCard.tsx';
import { FieldPlace } from '../AnswerField.tsx';
import { focusField } from '../focus-field.ts';
import { ForeignChoices } from '../ForeignChoices.tsx';
import { useExamPapers } from '../useExamPapers.ts';

const MOST = 6;

/** Step 4: none, or up to six. */
export function AchievementsStep() {
  const { setValue } = useFormContext();
  const achievements = (useWatch({ name: 'achievements' }) ?? []) as unknown[];
  const examPapers = useExamPapers();
  const added = useRef<number | undefined>(undefined);
  useEffect(() => {
    // The card that was asked for has the keys: nobody looks for it with Tab.
    if (added.current !== undefined) focusField(`achievements.${added.current}.type`);
    added.current = undefined;
  });
  const change = (next: unknown[]) => setValue('achievements', next, { shouldDirty: true });
  const add = (
    <Button
      keys="Alt+N"
      onPress={() => {
        added.current = achievements.length;
        change([...achievements, { effects: [] }]);
      }}
      isDisabled={achievements.length >= MOST}
    >
      Ajouter un acquis
    </Button>
  );
  return (
    <>
      {examPapers && <ForeignChoices set={examPapers} />}
      {achievements.map((_, index) => (
        <FieldPlace key={index} path={`achievements.${index}`}>
          <AchievementCard
            index={index}
            examPapers={examPapers ?? null}
            onRemove={() => change(achievements.filter((__, other) => other !== index))}
          />
        </FieldPlace>
      ))}
      <FieldPlace path="achievements">
        {achievements.length === 0 ? (
          <Section title="Acquis">
            <EmptyState title="Aucun acquis déclaré.">
              <p>Dispenses, bénéfices et reports de notes : examen déjà présenté, autre diplôme, VAE.</p>
              {add}
            </EmptyState>
          </Section>
        ) : (
          add
        )}
      </FieldPlace>
    </>
  );
}
