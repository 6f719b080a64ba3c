import { useRef } from 'react';
import type { ReturnedPage, ReturnedSheet } from '#shared/contract/returned-pages.ts';
import { formatVersion } from '#shared/rules/registration-number.ts';
import { navigate } from '../../host/useRoute.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { AskButton } from './AskButton.tsx';
import { MarkList } from './MarkList.tsx';
import { ReadingNotes } from './ReadingNotes.tsx';
import { STATUS_WORDS } from './reading-words.ts';
import { RefuseButton } from './RefuseButton.tsx';
import { SecondLook } from './SecondLook.tsx';
import { usePanelFocus } from './usePanelFocus.ts';
import { useSecondLook } from './useSecondLook.ts';

interface ForeignPagePanelProps {
  page: ReturnedPage;
  sheet: ReturnedSheet | null;
  onDecided(what: string): void;
}

/** A page that cannot be accepted as it is: not ours, not readable, or of a version that is no longer the last. */
export function ForeignPagePanel({ page, sheet, onDecided }: ForeignPagePanelProps) {
  const { reading } = page;
  const { registrationNumber: number } = reading;
  const panel = useRef<HTMLDivElement>(null);
  const secondLook = useSecondLook(page);
  usePanelFocus(panel);
  const becameStale = reading.status === 'matched' && sheet?.isStale === true;
  const title = STATUS_WORDS[becameStale ? 'superseded' : reading.status].label;
  return (
    <div className="decision" ref={panel} tabIndex={-1} role="group" aria-label={`Décision : ${title}`}>
      <div className="decision-body">
        <Section title={title} aside={<span className="quiet">{reading.file}</span>}>
          {becameStale && (
            <Notice
              tone="warning"
              title={`Le dossier est passé en version ${formatVersion(sheet.latestVersion)} depuis la lecture.`}
            />
          )}
          <ReadingNotes reading={reading} />
          {page.decision === 'asked' && <SecondLook page={page} secondLook={secondLook} />}
          {reading.marks.length > 0 && <MarkList marks={reading.marks} />}
        </Section>
      </div>
      <div className="decision-actions">
        <div className="actions">
          <RefuseButton page={page} secondLook={secondLook} onDecided={onDecided} />
          {page.decision === 'pending' && <AskButton pageId={page.id} onDecided={onDecided} />}
          {number !== undefined && sheet && (
            <Button keys="Alt+D" onPress={() => navigate({ screen: 'dossier', number })}>
              Ouvrir le dossier
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}
