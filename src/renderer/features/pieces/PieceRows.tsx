import { GridList, GridListItem } from 'react-aria-components';
import type { FilePiece } from '#shared/contract/registrations.ts';
import { Badge } from '../../ui/Badge.tsx';
import { pieceNotes, stateWords } from './piece-words.ts';

interface PieceRowsProps {
  pieces: readonly FilePiece[];
  currentId: string | undefined;
  onMove(id: string): void;
}

/** Arrows move from piece to piece; the letters of the buttons beneath act on the one that is marked. */
export function PieceRows({ pieces, currentId, onMove }: PieceRowsProps) {
  return (
    <GridList
      aria-label="Pièces du dossier"
      className="piece-rows"
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={currentId === undefined ? [] : [currentId]}
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : [...keys];
        if (key !== undefined) onMove(String(key));
      }}
    >
      {pieces.map((piece) => {
        const { label, tone } = stateWords(piece.state);
        return (
          <GridListItem
            key={piece.id}
            id={piece.id}
            textValue={`${piece.label}, ${label}`}
            className="piece-row"
          >
            <span className="piece-name">{piece.label}</span>
            <Badge tone={tone}>{label}</Badge>
            <span className="quiet piece-notes">{pieceNotes(piece).join(' · ')}</span>
          </GridListItem>
        );
      })}
    </GridList>
  );
}
