import type { Registration } from '#shared/contract/registrations.ts';
import type { ReturnedPage } from '#shared/contract/returns.ts';
import type { SheetLayout } from '#shared/sheet/layout.ts';
import { formatVersion, groupRegistrationNumber } from '#shared/rules/registration-number.ts';
import { useState } from 'react';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { Loaded } from '../../host/Loaded.tsx';
import { useCommand } from '../../host/use-command.ts';
import { useCommandQuery } from '../../host/use-command-query.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Section } from '../../ui/Section.tsx';
import { useSay } from '../../ui/StatusProvider.tsx';
import { useShortcut } from '../../ui/shortcuts/use-shortcut.ts';
import { answerAt } from '../registration/index.ts';
import { CorrectionInputs } from './CorrectionInputs.tsx';
import { changesFrom, printedFields, touchedFieldIds } from './corrections.ts';
import { MarkList } from './MarkList.tsx';
import { ReadingNotes } from './ReadingNotes.tsx';
import { RefuseButton } from './RefuseButton.tsx';

interface DecisionPanelProps {
  page: ReturnedPage;
  layout: SheetLayout;
  number: string;
}

/** What was seen on a page of ours, what to type, and the two decisions. */
export function DecisionPanel({ page, layout, number }: DecisionPanelProps) {
  const registration = useCommandQuery('registrations.get', { number });
  return (
    <Loaded query={registration}>
      {(found) => <Decision page={page} layout={layout} registration={found} />}
    </Loaded>
  );
}

function Decision({ page, layout, registration }: { page: ReturnedPage; layout: SheetLayout; registration: Registration }) {
  const { reading } = page;
  const [typed, setTyped] = useState<ReadonlyMap<string, unknown>>(new Map());
  const [signed, setSigned] = useState(reading.signature?.state === 'present');
  const [dated, setDated] = useState(reading.date?.state === 'present');
  const accept = useCommand('returns.accept');
  const say = useSay();
  const changes = changesFrom(typed, (path) => answerAt(registration.answers, path));
  const count = Object.keys(changes).length;
  const acceptPage = () =>
    accept.mutate(
      { id: page.id, signed, dated, changes },
      { onSuccess: ({ version, newVersion }) => say(newVersion ? `Version ${formatVersion(version)} créée : à réimprimer.` : 'Page acceptée.') },
    );
  // From inside an input, where A is a letter.
  useShortcut({ keys: 'Ctrl+S', label: 'Accepter la page' }, acceptPage);

  return (
    <div className="decision">
      <Section
        title={`${registration.answers.identification.birthName} ${registration.answers.identification.givenNames}`}
        aside={<span className="quiet">version {formatVersion(registration.version)}</span>}
      >
        <p className="quiet">
          {groupRegistrationNumber(registration.registrationNumber)} · page {reading.sheetPage} sur {reading.sheetPages}
        </p>
        <ReadingNotes reading={reading} />
        <div className="actions">
          <Checkbox isSelected={signed} onChange={setSigned}>
            Signée{reading.signature?.state === 'doubtful' && ' (douteuse : regardez)'}
          </Checkbox>
          <Checkbox isSelected={dated} onChange={setDated}>
            Datée{reading.date?.state === 'doubtful' && ' (douteuse : regardez)'}
          </Checkbox>
        </div>
        <h3>Marques</h3>
        <MarkList marks={reading.marks} />
        <h3>Corrections à saisir</h3>
        <CorrectionInputs
          registration={registration}
          fields={printedFields(layout, reading)}
          touched={touchedFieldIds(reading)}
          typed={typed}
          problems={accept.error?.fields ?? []}
          onType={(path, value) => setTyped(new Map(typed).set(path, value))}
        />
        {accept.error && <ErrorNotice error={accept.error} />}
        <div className="actions">
          <Button variant="primary" keys="A" isPending={accept.isPending} onPress={acceptPage}>
            {count === 0 ? 'Accepter' : `Accepter avec ${count} correction${count > 1 ? 's' : ''}`}
          </Button>
          <RefuseButton pageId={page.id} />
        </div>
      </Section>
    </div>
  );
}
