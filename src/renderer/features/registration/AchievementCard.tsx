import { useFormContext, useWatch } from 'react-hook-form';
import type { ExamPaperSet } from '#shared/contract/reference.ts';
import { ACHIEVEMENT_LABELS } from '#shared/fields/stringify.ts';
import { choiceInput } from '../../fields/choice-input.tsx';
import type { FieldInputProps } from '../../fields/field-kind.ts';
import { NumberInput } from '../../fields/NumberInput.tsx';
import { TextInput } from '../../fields/TextInputs.tsx';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { Select } from '../../ui/Select.tsx';
import { effectsFrom } from './achievement-effects.ts';
import { BoundInput } from './AnswerField.tsx';
import { EffectsTable } from './EffectsTable.tsx';

const TypeInput = choiceInput(ACHIEVEMENT_LABELS);

interface AchievementCardProps {
  index: number;
  /** Null when the list of the specialty is not loaded. */
  examPapers: ExamPaperSet | null;
  onRemove(): void;
}

/** One line of the Acquis tab: what was obtained, when, where, and what it spares. */
export function AchievementCard({ index, examPapers, onRemove }: AchievementCardProps) {
  const path = `achievements.${index}`;
  const { setValue } = useFormContext();
  const effects: unknown = useWatch({ name: `${path}.effects` });
  return (
    <Section title={`Acquis n° ${index + 1}`} aside={<Button onPress={onRemove}>Retirer</Button>}>
      <div className="form-grid">
        <BoundInput path={`${path}.type`} label="Type d’acquis" isRequired Input={TypeInput} />
        <BoundInput path={`${path}.diploma`} label="Diplôme ou titre" isRequired={false} Input={TextInput} />
        <BoundInput path={`${path}.year`} label="Année" isRequired Input={NumberInput} />
        <BoundInput path={`${path}.academyCode`} label="Académie" isRequired Input={AcademyInput} />
      </div>
      {examPapers ? (
        <EffectsTable
          path={`${path}.effects`}
          examPapers={examPapers.examPapers}
          effects={effectsFrom(effects)}
          onChange={(changed) => setValue(`${path}.effects`, changed, { shouldDirty: true })}
        />
      ) : (
        <Notice
          tone="info"
          title="Les épreuves de cette spécialité ne sont pas chargées : les dispenses seront portées par le gestionnaire."
        />
      )}
    </Section>
  );
}

function AcademyInput({ value, onChange, context: _, ...field }: FieldInputProps) {
  const academies = useCommandQuery('reference.academies', {});
  const options = (academies.data ?? []).map((academy) => ({ value: academy.code, label: academy.name }));
  return (
    <Select
      {...field}
      options={options}
      value={typeof value === 'string' ? value : undefined}
      onChange={onChange}
    />
  );
}
