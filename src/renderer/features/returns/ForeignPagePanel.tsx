import type { ReturnedPage } from '#shared/contract/returns.ts';
import { navigate } from '../../host/useRoute.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { MarkList } from './MarkList.tsx';
import { ReadingNotes } from './ReadingNotes.tsx';
import { STATUS_WORDS } from './reading-words.ts';
import { RefuseButton } from './RefuseButton.tsx';

/** A page that cannot be accepted as it is: not ours, not readable, or of a version that is no longer the last. */
export function ForeignPagePanel({ page }: { page: ReturnedPage }) {
  const { reading } = page;
  const { registrationNumber: number } = reading;
  return (
    <div className="decision">
      <Section
        title={STATUS_WORDS[reading.status].label}
        aside={<span className="quiet">{reading.file}</span>}
      >
        <ReadingNotes reading={reading} />
        <MarkList marks={reading.marks} />
        <div className="actions">
          <RefuseButton pageId={page.id} />
          {number !== undefined && (
            <Button keys="Alt+D" onPress={() => navigate({ screen: 'dossier', number })}>
              Ouvrir le dossier
            </Button>
          )}
        </div>
      </Section>
    </div>
  );
}
