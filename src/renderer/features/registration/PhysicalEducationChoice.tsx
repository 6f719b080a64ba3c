import { useFormContext, useWatch } from 'react-hook-form';
import type { Answers, Exam } from '#shared/contract/answers.ts';
import type { PhysicalEducationList } from '#shared/contract/reference.ts';
import { PHYSICAL_EDUCATION_LABELS } from '#shared/fields/stringify.ts';
import { mayBeExempt } from '#shared/rules/check-physical-education.ts';
import { Loaded } from '../../host/Loaded.tsx';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { Section } from '../../ui/Section.tsx';
import { FieldPlace, useProblemAt } from './AnswerField.tsx';

const PATH = 'examPapers.physicalEducation';

/** EPS: whether it is sat, and what of the national list. It does not change after the registration (académie de Dijon). */
export function PhysicalEducationChoice() {
  const list = useCommandQuery('reference.physicalEducation', {});
  return (
    <Section
      title="Éducation physique et sportive"
      aside={<span className="quiet">Plus de changement après l’inscription</span>}
    >
      <Loaded query={list}>{(loaded) => <Choice list={loaded} />}</Loaded>
    </Section>
  );
}

function Choice({ list }: { list: PhysicalEducationList }) {
  const { setValue } = useFormContext();
  const problem = useProblemAt(PATH, `${PATH}.choices`, `${PATH}.status`);
  const [status, typed, exam, category] = useWatch({
    name: [`${PATH}.status`, `${PATH}.choices`, 'candidature.exam', 'candidature.category'],
  }) as [string | undefined, string[] | undefined, Exam, Answers['candidature']['category']];
  const choices = typed ?? [];
  const count = list.choices[exam] ?? 0;
  const isExemptOffered = mayBeExempt({ candidature: { exam, category } as Answers['candidature'] });
  const set = (part: 'status' | 'choices', value: unknown) =>
    setValue(`${PATH}.${part}`, value, { shouldDirty: true });
  return (
    <FieldPlace path={PATH}>
      <RadioGroup
        label="Aptitude"
        description="Réputé apte à l’inscription. Le certificat d’inaptitude n’est ni lu ni gardé au guichet."
        options={Object.entries(PHYSICAL_EDUCATION_LABELS)
          .filter(([value]) => value !== 'exempt' || isExemptOffered)
          .map(([value, label]) => ({ value, label }))}
        value={status ?? 'fit'}
        onChange={(value) => set('status', value)}
      />
      {(status ?? 'fit') === 'fit' && (
        <fieldset className="physical-education">
          <legend>
            {count === 1 ? 'Une épreuve' : 'Deux épreuves de champs d’apprentissage différents'}
          </legend>
          {list.activities.map(({ name, learningField }) => (
            <Checkbox
              key={name}
              isSelected={choices.includes(name)}
              onChange={(isSelected) => set('choices', toggled(choices, name, isSelected, count))}
            >
              {name} {count > 1 && <span className="quiet">({learningField.toLowerCase()})</span>}
            </Checkbox>
          ))}
        </fieldset>
      )}
      {problem !== undefined && <p className="field-error">{problem}</p>}
    </FieldPlace>
  );
}

/** One more than asked takes the place of the oldest: a change of mind is one key. */
function toggled(choices: readonly string[], name: string, isSelected: boolean, count: number): string[] {
  const others = choices.filter((choice) => choice !== name);
  return isSelected ? [...others, name].slice(-count) : others;
}
