import type { ExamPaper } from '#shared/contract/reference.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { withEffect, type TypedEffect } from './achievement-effects.ts';

interface ProposedExemptionsProps {
  papers: readonly ExamPaper[];
  source: string;
  effects: readonly TypedEffect[];
  onChange(effects: TypedEffect[]): void;
}

/** The épreuves a diploma exempts from; unticked, one is sat again (S4-13). */
export function ProposedExemptions({ papers, source, effects, onChange }: ProposedExemptionsProps) {
  const isExempt = (code: string) =>
    effects.some(({ examPaperCode, effect }) => examPaperCode === code && effect === 'exempt');
  return (
    <fieldset className="proposed-exemptions">
      <legend>Dispenses de ce diplôme : décochez ce que le candidat veut passer</legend>
      {papers.map(({ code, label }) => (
        <Checkbox
          key={code}
          isSelected={isExempt(code)}
          onChange={(isSelected) => onChange(withEffect(effects, code, isSelected ? 'exempt' : undefined))}
        >
          {code} {label}
        </Checkbox>
      ))}
      <p className="field-description">Source : {source}</p>
    </fieldset>
  );
}
