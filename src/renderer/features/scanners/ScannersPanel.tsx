import { useState } from 'react';
import type { CommandOutput } from '#shared/contract/index.ts';
import { testPageSchema, type ScanChoice, type TestPage } from '#shared/contract/scanners.ts';
import { mayCall } from '#shared/rights.ts';
import { testPageSentences } from '#shared/sentences/scanner-words.ts';
import { fromWireError } from '#shared/wire/envelope.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { Loaded } from '../../host/Loaded.tsx';
import { useCommand } from '../../host/useCommand.ts';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { useSay } from '../../ui/StatusProvider.tsx';
import { JobProgress } from '../jobs/index.ts';
import { useRole } from '../station/index.ts';
import { DeclareForm } from './DeclareForm.tsx';
import { firstChoice } from './scan-choice.ts';
import { ScanChoiceFields } from './ScanChoiceFields.tsx';

type Found = CommandOutput<'scanners.list'>;

/** The scanner of this machine: which one, whether it renders a sheet well, and those that must be named to be found. */
export function ScannersPanel() {
  const found = useCommandQuery('scanners.list', {}, { isFresh: true });
  const role = useRole();
  return (
    <Loaded query={found} waitingFor="Recherche des scanners…">
      {(list) => (
        <div className="step-body">
          <ChosenScanner key={found.dataUpdatedAt} found={list} />
          {mayCall(role, 'scanners.declare') && (
            <DeclareForm settings={list.settings} onSaved={() => void found.refetch()} />
          )}
        </div>
      )}
    </Loaded>
  );
}

function ChosenScanner({ found: { scanners, troubles, settings } }: { found: Found }) {
  const say = useSay();
  const [choice, setChoice] = useState(() => firstChoice(scanners, settings.chosen));
  const choose = useCommand('scanners.choose');
  // Kept at once: a choice that waited for a second key was lost by whoever went on. The button keeps the one proposed.
  const keep = (wanted: ScanChoice) => {
    setChoice(wanted);
    choose.mutate(wanted, { onSuccess: () => say('Ce scanner est celui du poste.') });
  };
  return (
    <Section title="Scanner de ce poste">
      {troubles.map((trouble) => (
        <ErrorNotice key={trouble.code} error={fromWireError(trouble)} />
      ))}
      {scanners.length === 0 && <Notice tone="info" title="Aucun scanner ne répond." />}
      <ScanChoiceFields scanners={scanners} choice={choice} onChange={keep} />
      {choose.error && <ErrorNotice error={choose.error} />}
      <div className="actions">
        <Button
          variant="primary"
          keys="Alt+I"
          isDisabled={!choice}
          isPending={choose.isPending}
          onPress={() => choice && keep(choice)}
        >
          Choisir ce scanner
        </Button>
      </div>
      <TestPageTrial choice={choice} />
    </Section>
  );
}

/** One page, to see what the scanner makes of it. */
function TestPageTrial({ choice }: { choice: ScanChoice | undefined }) {
  const test = useCommand('scanners.test');
  const [page, setPage] = useState<TestPage>();
  const scan = () => {
    setPage(undefined);
    if (choice) test.mutate({ choice });
  };
  return (
    <>
      <p className="quiet">Pour l’essai, posez une confirmation imprimée par ce poste ; rien n’est gardé.</p>
      <div className="actions">
        <Button keys="Alt+P" isDisabled={!choice || test.isPending} onPress={scan}>
          Page d’essai
        </Button>
      </div>
      {test.error && <ErrorNotice error={test.error} />}
      {test.data && (
        <JobProgress
          key={test.data.jobId}
          id={test.data.jobId}
          label="Page d’essai"
          onEnd={(job) => setPage(testPageSchema.safeParse(job.result).data)}
        />
      )}
      {page && <TestPageNotice page={page} />}
    </>
  );
}

function TestPageNotice({ page }: { page: TestPage }) {
  const isGood = page.findings.includes('good');
  return (
    <Notice tone={isGood ? 'good' : 'warning'} title={isGood ? 'Le scanner convient.' : 'À regarder.'}>
      {testPageSentences(page).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Notice>
  );
}
