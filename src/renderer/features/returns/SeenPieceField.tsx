import type { SeenPiece } from '#shared/contract/registrations.ts';
import { labelOf } from '#shared/fields/catalogue.ts';
import { SEEN_PIECE_LABELS } from '#shared/fields/stringify.ts';
import { problemSentence } from '#shared/sentences/problem-sentences.ts';
import { Select } from '../../ui/Select.tsx';
import type { Acceptance } from './useAcceptance.ts';

const OPTIONS = Object.entries(SEEN_PIECE_LABELS).map(([value, label]) => ({ value, label }));

/** Red ink on the identity asks what any correction of it asks: a document that was seen (S4-07). */
export function SeenPieceField({ acceptance }: { acceptance: Acceptance }) {
  const { error, pieceSeen, setPieceSeen } = acceptance;
  const problem = error?.fields.find(({ path }) => path === 'pieceSeen');
  return (
    <Select
      label={labelOf('pieceSeen')}
      description="L’identité se corrige pièce en main ; son numéro n’est jamais noté."
      isRequired
      options={OPTIONS}
      value={pieceSeen}
      onChange={(value) => setPieceSeen(value as SeenPiece)}
      errorMessage={problem && problemSentence(problem)}
    />
  );
}
