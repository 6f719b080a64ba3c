import type { Registration } from '#shared/contract/registrations.ts';
import type { ReturnedPage } from '#shared/contract/returns.ts';
import type { SheetLayout } from '#shared/sheet/layout.ts';
import { formatVersion, groupRegistrationNumber } from '#shared/rules/registration-number.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { Loaded } from '../../host/Loaded.tsx';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { useShortcut } from '../../ui/shortcuts/useShortcut.ts';
import { CorrectionInputs } from './CorrectionInputs.tsx';
import { MarkList } from './MarkList.tsx';
import { ReadingNotes } from './ReadingNotes.tsx';
import { RefuseButton } from './RefuseButton.tsx';
import type { Scan } from './scan.ts';
import { SeenPieceField } from './SeenPieceField.tsx';
import { SignatureChecks } from './SignatureChecks.tsx';
import { StackArrivalChoice } from './StackArrival.tsx';
import { useAcceptance } from './useAcceptance.ts';

interface DecisionPanelProps {
  page: ReturnedPage;
  layout: SheetLayout;
  number: string;
  scan: Scan | undefined;
}

/** What was seen on a page of ours, what to type, and the two decisions. */
export function DecisionPanel({ number, ...panel }: DecisionPanelProps) {
  const registration = useCommandQuery('registrations.get', { number });
  return <Loaded query={registration}>{(found) => <Decision registration={found} {...panel} />}</Loaded>;
}

interface DecisionProps extends Omit<DecisionPanelProps, 'number'> {
  registration: Registration;
}

function Decision({ page, layout, scan, registration }: DecisionProps) {
  const { reading } = page;
  const acceptance = useAcceptance(page, registration);
  const { correctionCount: count, error } = acceptance;
  const { birthName, givenNames } = registration.answers.identification;
  // From inside an input, where A is a letter.
  useShortcut({ keys: 'Ctrl+S', label: 'Accepter la page' }, acceptance.accept);
  return (
    <div className="decision">
      <Section
        title={`${birthName} ${givenNames}`}
        aside={<span className="quiet">version {formatVersion(registration.version)}</span>}
      >
        <p className="quiet">
          {groupRegistrationNumber(registration.registrationNumber)} · page {reading.sheetPage} sur{' '}
          {reading.sheetPages}
        </p>
        <ReadingNotes reading={reading} />
        <SignatureChecks reading={reading} acceptance={acceptance} />
        <StackArrivalChoice />
        <h3>Corrections à saisir</h3>
        <CorrectionInputs
          reading={reading}
          layout={layout}
          scan={scan}
          registration={registration}
          acceptance={acceptance}
        />
        {acceptance.correctsIdentity && <SeenPieceField acceptance={acceptance} />}
        <h3>Marques</h3>
        <MarkList marks={reading.marks} />
        {error && <ErrorNotice error={error} />}
      </Section>
      <div className="actions decision-actions">
        <Button variant="primary" keys="A" isPending={acceptance.isPending} onPress={acceptance.accept}>
          {count === 0 ? 'Accepter' : `Accepter avec ${count} correction${count > 1 ? 's' : ''}`}
        </Button>
        <RefuseButton pageId={page.id} />
      </div>
    </div>
  );
}
