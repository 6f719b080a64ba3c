import type { Registration } from '#shared/contract/registrations.ts';
import type { ReturnedPage } from '#shared/contract/returns.ts';
import type { SheetLayout } from '#shared/sheet/layout.ts';
import { formatVersion, groupRegistrationNumber } from '#shared/rules/registration-number.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { Loaded } from '../../host/Loaded.tsx';
import { useCommandQuery } from '../../host/use-command-query.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { useShortcut } from '../../ui/shortcuts/use-shortcut.ts';
import { CorrectionInputs } from './CorrectionInputs.tsx';
import { printedFields, touchedFieldIds } from './corrections.ts';
import { MarkList } from './MarkList.tsx';
import { ReadingNotes } from './ReadingNotes.tsx';
import { RefuseButton } from './RefuseButton.tsx';
import { SignatureChecks } from './SignatureChecks.tsx';
import { useAcceptance } from './use-acceptance.ts';

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

function Decision({
  page,
  layout,
  registration,
}: {
  page: ReturnedPage;
  layout: SheetLayout;
  registration: Registration;
}) {
  const { reading } = page;
  const acceptance = useAcceptance(page, registration);
  const { correctionCount: count, error } = acceptance;
  // From inside an input, where A is a letter.
  useShortcut({ keys: 'Ctrl+S', label: 'Accepter la page' }, acceptance.accept);
  return (
    <div className="decision">
      <Section
        title={`${registration.answers.identification.birthName} ${registration.answers.identification.givenNames}`}
        aside={<span className="quiet">version {formatVersion(registration.version)}</span>}
      >
        <p className="quiet">
          {groupRegistrationNumber(registration.registrationNumber)} · page {reading.sheetPage} sur{' '}
          {reading.sheetPages}
        </p>
        <ReadingNotes reading={reading} />
        <SignatureChecks reading={reading} acceptance={acceptance} />
        <h3>Marques</h3>
        <MarkList marks={reading.marks} />
        <h3>Corrections à saisir</h3>
        <CorrectionInputs
          registration={registration}
          fields={printedFields(layout, reading)}
          touched={touchedFieldIds(reading)}
          typed={acceptance.typed}
          problems={error?.fields ?? []}
          onType={acceptance.type}
        />
        {error && <ErrorNotice error={error} />}
        <div className="actions">
          <Button variant="primary" keys="A" isPending={acceptance.isPending} onPress={acceptance.accept}>
            {count === 0 ? 'Accepter' : `Accepter avec ${count} correction${count > 1 ? 's' : ''}`}
          </Button>
          <RefuseButton pageId={page.id} />
        </div>
      </Section>
    </div>
  );
}
