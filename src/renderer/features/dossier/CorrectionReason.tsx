import type { SeenPiece } from '#shared/contract/registrations.ts';
import type { FieldProblem } from '#shared/errors.ts';
import { labelOf } from '#shared/fields/catalogue.ts';
import { SEEN_PIECE_LABELS } from '#shared/fields/stringify.ts';
import { problemSentence } from '#shared/sentences/problem-sentences.ts';
import { Section } from '../../ui/Section.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';

interface CorrectionReasonProps {
  pieceSeen: SeenPiece | undefined;
  onPieceSeen(piece: SeenPiece): void;
  reason: string;
  onReason(reason: string): void;
  problems: readonly FieldProblem[];
}

/** Which document was seen, and why the correction is made: both stay in the history of the file. */
export function CorrectionReason({
  pieceSeen,
  onPieceSeen,
  reason,
  onReason,
  problems,
}: CorrectionReasonProps) {
  const problemAt = (path: string) => {
    const problem = problems.find((one) => one.path === path);
    return problem && problemSentence(problem);
  };
  return (
    <Section title="Justification">
      <div className="form-grid">
        <Select
          label={labelOf('pieceSeen')}
          description="Son numéro n’est jamais noté."
          isRequired
          options={Object.entries(SEEN_PIECE_LABELS).map(([value, label]) => ({ value, label }))}
          value={pieceSeen}
          onChange={(value) => onPieceSeen(value as SeenPiece)}
          errorMessage={problemAt('pieceSeen')}
        />
        <TextField
          label={labelOf('reason')}
          isRequired
          value={reason}
          onChange={onReason}
          errorMessage={problemAt('reason')}
        />
      </div>
    </Section>
  );
}
