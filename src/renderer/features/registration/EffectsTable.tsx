import type { ExamPaper } from '#shared/contract/reference.ts';
import type { Proposal } from '#shared/rules/exemptions.ts';
import { EFFECT_LABELS } from '#shared/fields/stringify.ts';
import { NumberInput } from '../../fields/NumberInput.tsx';
import { Select } from '../../ui/Select.tsx';
import { withEffect, withMark, type EffectKind, type TypedEffect } from './achievement-effects.ts';
import { FieldPlace, useProblemAt } from './AnswerField.tsx';

const TO_SIT = 'toSit';

interface EffectsTableProps {
  /** Path of the list of effects, `achievements.0.effects`. */
  path: string;
  examPapers: readonly ExamPaper[];
  effects: readonly TypedEffect[];
  /** A mark under 10 is carried in progressive form only. */
  mayCarry: boolean;
  /** Épreuves whose marks a text lets be kept after such a failure. */
  keepable: Proposal | undefined;
  onChange(effects: TypedEffect[]): void;
}

/** What an achievement brings, épreuve by épreuve. */
export function EffectsTable({ examPapers, keepable, ...table }: EffectsTableProps) {
  return (
    <>
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
            <EffectRow
              key={paper.code}
              paper={paper}
              isKeepable={keepable?.examPaperCodes.includes(paper.code) === true}
              {...table}
            />
          ))}
        </tbody>
      </table>
      {keepable && (
        <p className="field-description">Note conservable à 10 ou plus, d’après : {keepable.source}</p>
      )}
    </>
  );
}

interface EffectRowProps extends Omit<EffectsTableProps, 'examPapers' | 'keepable'> {
  paper: ExamPaper;
  isKeepable: boolean;
}

function EffectRow({ paper, path, effects, mayCarry, isKeepable, onChange }: EffectRowProps) {
  const index = effects.findIndex((one) => one.examPaperCode === paper.code);
  const current = effects[index];
  const place = `${path}.${index}`;
  const codeProblem = useProblemAt(`${place}.examPaperCode`);
  const markProblem = useProblemAt(`${place}.mark`);
  return (
    <tr>
      <th scope="row">
        {paper.code} {paper.label}
        {paper.unit !== undefined && <span className="quiet"> ({paper.unit})</span>}
        {isKeepable && <span className="quiet"> — note conservable</span>}
      </th>
      <td>
        <FieldPlace path={current ? `${place}.examPaperCode` : `${path}.${paper.code}`}>
          <Select
            label={`Effet sur ${paper.code} ${paper.label}`}
            isLabelHidden
            options={optionsOf(mayCarry || current?.effect === 'carried')}
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

function optionsOf(mayCarry: boolean) {
  const { exempt, kept, carried } = EFFECT_LABELS;
  return [
    { value: TO_SIT, label: 'À passer' },
    { value: 'exempt', label: exempt },
    { value: 'kept', label: kept },
    ...(mayCarry ? [{ value: 'carried', label: carried }] : []),
  ];
}
