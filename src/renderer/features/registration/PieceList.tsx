import type { Piece } from '#shared/contract/registrations.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';

export function PieceList({ pieces }: { pieces: readonly Piece[] }) {
  if (pieces.length === 0) return <EmptyState title="La liste des pièces suit des réponses complètes." />;
  return (
    <ul className="plain-list">
      {pieces.map((piece) => (
        <li key={piece.id}>
          {piece.label} <span className="quiet">— {piece.reason}</span>
        </li>
      ))}
    </ul>
  );
}
