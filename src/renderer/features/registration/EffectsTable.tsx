import type { ExamPaper } from '#shared/contract/reference.ts';
import { EFFECT_LABELS } from '#shared/fields/stringify.ts';
import { NumberInput } from '../../fields/NumberInput.tsx';
import { Select } from '../../ui/Select.tsx';
import { withEffect, withMark, type EffectKind, type TypedEffect } from './achievement-effects.ts';
import { FieldPlace, useProblemAt } from './AnswerField.tsx';

const TO_SIT = 'toSit';
const OPTIONS = [
  { value: TO_SIT, label: 'À passer' },
  ...Object.entries(EFFECT_LABELS).map(([value, label]) => ({ value, label })),
];

interface EffectsTableProps {
  /** Path of the list of effects, `achievements.0.effects`. */
  path: string;
  examPapers: readonly ExamPaper[];
  effects: readonly TypedEffect[];
  onChange(effects: TypedEffect[]): void;
}

/** What an achievement brings, épreuve by épreuve. */
export function EffectsTable({ examPapers, ...table }: EffectsTableProps) {
  return (
    <table className="data-table">
      <thead>
        <tr>
          <th scope="col">Épreuve</th>
          <th scope="col">Effet</th>
          <th scope="col">Note sur 20</th>
        </tr>
      </thead>
      <tbody>
        {examPapers.map((paper) => (
          <EffectRow key={paper.code} paper={paper} {...table} />
        ))}
      </tbody>
    </table>
  );
}

interface EffectRowProps extends Omit<EffectsTableProps, 'examPapers'> {
  paper: ExamPaper;
}

function EffectRow({ paper, path, effects, onChange }: EffectRowProps) {
  const index = effects.findIndex((one) => one.examPaperCode === paper.code);
  const current = effects[index];
  const place = `${path}.${index}`;
  const codeProblem = useProblemAt(`${place}.examPaperCode`);
  const markProblem = useProblemAt(`${place}.mark`);
  return (
    <tr>
      <th scope="row">
        {paper.code} {paper.label}
      </th>
      <td>
        <FieldPlace path={current ? `${place}.examPaperCode` : `${path}.${paper.code}`}>
          <Select
            label={`Effet sur ${paper.code} ${paper.label}`}
            isLabelHidden
            options={OPTIONS}
            value={current?.effect ?? TO_SIT}
            errorMessage={codeProblem}
            onChange={(choice) =>
              onChange(
                withEffect(effects, paper.code, choice === TO_SIT ? undefined : (choice as EffectKind)),
              )
            }
          />
        </FieldPlace>
      </td>
      <td className="cell-mark">
        {current && current.effect !== 'exempt' && (
          <FieldPlace path={`${place}.mark`}>
            <NumberInput
              label={`Note de ${paper.code}`}
              value={current.mark}
              errorMessage={markProblem}
              onChange={(mark) => onChange(withMark(effects, paper.code, mark))}
            />
          </FieldPlace>
        )}
      </td>
    </tr>
  );
}
