import { useFormContext, useWatch } from 'react-hook-form';
import type { Achievement, Exam } from '#shared/contract/answers.ts';
import type { ExamPaper, ExamPaperSet } from '#shared/contract/reference.ts';
import { ACHIEVEMENT_LABELS, DIPLOMA_KIND_LABELS } from '#shared/fields/stringify.ts';
import { listedDiplomaKinds, proposedExemptions } from '#shared/rules/exemptions.ts';
import { AcademyInput } from '../../fields/AcademyInput.tsx';
import { choiceInput } from '../../fields/choice-input.tsx';
import type { FieldInputProps } from '../../fields/field-kind.ts';
import { NumberInput } from '../../fields/NumberInput.tsx';
import { TextInput } from '../../fields/TextInputs.tsx';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { Select } from '../../ui/Select.tsx';
import { effectsFrom, withProposal } from './achievement-effects.ts';
import { AchievementEffects } from './AchievementEffects.tsx';
import { BoundInput } from './AnswerField.tsx';
import { useAchievementRules } from './useAchievementRules.ts';

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
  const type = useWatch({ name: `${path}.type` }) as Achievement['type'] | undefined;
  const propose = useProposal(path, examPapers?.examPapers ?? []);
  return (
    <Section title={`Acquis n° ${index + 1}`}>
      <div className="form-grid">
        <BoundInput
          path={`${path}.type`}
          label="Type d’acquis"
          isRequired
          Input={TypeInput}
          onChanged={propose}
        />
        {type === 'otherDiploma' && (
          <BoundInput
            path={`${path}.diplomaKind`}
            label="Nature du diplôme"
            isRequired
            Input={DiplomaKindInput}
            onChanged={propose}
          />
        )}
        <BoundInput
          path={`${path}.diploma`}
          label="Intitulé du diplôme ou du titre"
          isRequired={false}
          Input={TextInput}
        />
        <BoundInput path={`${path}.year`} label="Année" isRequired Input={NumberInput} />
        <BoundInput path={`${path}.academyCode`} label="Académie" isRequired Input={AcademyInput} />
      </div>
      {examPapers ? (
        <AchievementEffects path={path} examPapers={examPapers.examPapers} />
      ) : (
        <Notice
          tone="info"
          title="Les épreuves de cette spécialité ne sont pas chargées : les dispenses seront portées par le gestionnaire."
        />
      )}
      <div className="actions">
        <Button onPress={onRemove}>Retirer cet acquis</Button>
      </div>
    </Section>
  );
}

/** When the origin of an achievement changes, what its text gives takes the place of what the former one gave. */
function useProposal(path: string, papers: readonly ExamPaper[]): () => void {
  const { getValues, setValue } = useFormContext();
  const rules = useAchievementRules();
  const offered = rules.exemptions.flatMap(({ exam, diplomaKind }) => {
    const origin = { type: 'otherDiploma', diplomaKind } as const;
    return proposedExemptions(exam, origin, papers, rules)?.examPaperCodes ?? [];
  });
  return () => {
    const exam = getValues('candidature.exam') as Exam | undefined;
    const origin = (getValues(path) ?? {}) as Partial<Achievement>;
    const proposal = exam && proposedExemptions(exam, origin, papers, rules);
    const effects = withProposal(effectsFrom(origin.effects), proposal?.examPaperCodes ?? [], offered);
    setValue(`${path}.effects`, effects, { shouldDirty: true });
  };
}

/** The kinds the portal lists for the exam; all of them where no list is known. */
function DiplomaKindInput({ value, onChange, context: _, ...field }: FieldInputProps) {
  const exam = useWatch({ name: 'candidature.exam' }) as Exam | undefined;
  const listed = listedDiplomaKinds(exam, useAchievementRules());
  const options = Object.entries(DIPLOMA_KIND_LABELS)
    .filter(([kind]) => listed === undefined || listed.includes(kind) || kind === value)
    .map(([kind, label]) => ({ value: kind, label }));
  return (
    <Select
      {...field}
      options={options}
      value={typeof value === 'string' ? value : undefined}
      onChange={onChange}
    />
  );
}
