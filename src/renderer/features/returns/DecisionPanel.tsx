import { useRef } from 'react';
import type { Registration } from '#shared/contract/registrations.ts';
import type { ReturnedPage, ReturnedSheet } from '#shared/contract/returned-pages.ts';
import type { SheetLayout } from '#shared/sheet/layout.ts';
import { formatVersion, groupRegistrationNumber } from '#shared/rules/registration-number.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { Loaded } from '../../host/Loaded.tsx';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { Section } from '../../ui/Section.tsx';
import { AcceptBar } from './AcceptBar.tsx';
import { CorrectionInputs } from './CorrectionInputs.tsx';
import { MarkList } from './MarkList.tsx';
import { ReadingNotes } from './ReadingNotes.tsx';
import type { Scan } from './scan.ts';
import { SecondLook } from './SecondLook.tsx';
import { SeenPieceField } from './SeenPieceField.tsx';
import { SheetNotes } from './SheetNotes.tsx';
import { SignatureChecks } from './SignatureChecks.tsx';
import { StackArrivalChoice } from './StackArrival.tsx';
import { UnattachedMarks } from './UnattachedMarks.tsx';
import { useAcceptance } from './useAcceptance.ts';
import type { MarkTour } from './useMarkTour.ts';
import { usePanelFocus } from './usePanelFocus.ts';

interface DecisionPanelProps {
  page: ReturnedPage;
  layout: SheetLayout;
  sheet: ReturnedSheet;
  number: string;
  scan: Scan | undefined;
  tour: MarkTour;
  onDecided(what: string): void;
}

/** What was seen on a page of ours, what to type, and the decisions. */
export function DecisionPanel({ number, ...panel }: DecisionPanelProps) {
  const registration = useCommandQuery('registrations.get', { number });
  return <Loaded query={registration}>{(found) => <Decision registration={found} {...panel} />}</Loaded>;
}

interface DecisionProps extends Omit<DecisionPanelProps, 'number'> {
  registration: Registration;
}

function Decision({ page, layout, sheet, scan, tour, registration, onDecided }: DecisionProps) {
  const { reading } = page;
  const panel = useRef<HTMLDivElement>(null);
  const acceptance = useAcceptance({ page, registration, tour, onDecided });
  const { birthName, givenNames } = registration.answers.identification;
  const name = `${birthName} ${givenNames}`;
  const isToSign = layout.pages[(reading.sheetPage ?? 1) - 1]?.signatureBox !== undefined;
  usePanelFocus(panel);
  return (
    <div className="decision" ref={panel} tabIndex={-1} role="group" aria-label={`Décision : ${name}`}>
      <div className="decision-body">
        <Section
          title={name}
          aside={<span className="quiet">version {formatVersion(registration.version)}</span>}
        >
          <p className="quiet">
            {groupRegistrationNumber(registration.registrationNumber)} · page {reading.sheetPage} sur{' '}
            {reading.sheetPages}
          </p>
          <SheetNotes sheet={sheet} sheetPage={reading.sheetPage ?? 1} />
          <ReadingNotes reading={reading} />
          {page.decision === 'asked' && <SecondLook page={page} {...acceptance} />}
          {isToSign && <SignatureChecks reading={reading} acceptance={acceptance} />}
          <UnattachedMarks marks={reading.marks} tour={tour} />
          <CorrectionInputs
            reading={reading}
            layout={layout}
            scan={scan}
            registration={registration}
            acceptance={acceptance}
          />
          {acceptance.correctsIdentity && <SeenPieceField acceptance={acceptance} />}
          {reading.marks.length > tour.unattached.length && (
            <>
              <h3>Marques</h3>
              <MarkList marks={reading.marks} tour={tour} />
            </>
          )}
          {isToSign && <StackArrivalChoice />}
        </Section>
        {acceptance.error && <ErrorNotice error={acceptance.error} />}
      </div>
      <AcceptBar page={page} acceptance={acceptance} isShown={scan?.isShown ?? true} onDecided={onDecided} />
    </div>
  );
}
