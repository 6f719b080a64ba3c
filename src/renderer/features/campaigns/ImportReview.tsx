import { useEffect, useRef } from 'react';
import type { CommandOutput } from '#shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { ChangeTable } from './ChangeTable.tsx';

interface ImportReviewProps {
  compared: CommandOutput<'campaigns.compare'>;
  isPending: boolean;
  onConfirm(): void;
  onGiveUp(): void;
}

/** What the file would change, before anything does. */
export function ImportReview({ compared, isPending, onConfirm, onGiveUp }: ImportReviewProps) {
  const { title, isNew, changes } = compared;
  const panel = useRef<HTMLDivElement>(null);
  // The answer comes after a file dialog: without this the keys would still be on the button that opened it.
  useEffect(() => panel.current?.focus(), []);
  const isSame = !isNew && changes.length === 0;
  return (
    <div ref={panel} tabIndex={-1} className="step-body">
      <Section
        title={isNew ? `Nouvelle campagne : ${title}` : `Différences avec la campagne en vigueur : ${title}`}
      >
        {isSame && <Notice tone="info" title="Ce fichier dit la même chose que la campagne en vigueur." />}
        {changes.length > 0 && <ChangeTable changes={changes} />}
        <div className="actions">
          <Button variant="primary" keys="Ctrl+Enter" isPending={isPending} onPress={onConfirm}>
            {isNew ? 'Ajouter cette campagne' : 'Mettre en vigueur'}
          </Button>
          <Button keys="Escape" onPress={onGiveUp}>
            Renoncer
          </Button>
        </div>
      </Section>
    </div>
  );
}
