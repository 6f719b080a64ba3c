import { useEffect, useState } from 'react';
import type { CommandOutput } from '#shared/contract/index.ts';
import { fromWireError } from '#shared/wire/envelope.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { Loaded } from '../../host/Loaded.tsx';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { JobProgress } from '../jobs/index.ts';
import { firstChoice, ScanChoiceFields } from '../scanners/index.ts';
import { pagesWords } from './stack-words.ts';
import { useScanning, type Scanning } from './useScanning.ts';

interface ScanPanelProps {
  /** Pages are being decided: only what stops the scanner is worth their place. */
  isAside: boolean;
  onClose(): void;
}

/** From the paper to the stack: which scanner, then how far it is, and what to do when it stops. */
export function ScanPanel({ isAside, onClose }: ScanPanelProps) {
  const found = useCommandQuery('scanners.list', {}, { isFresh: true });
  const scanning = useScanning();
  const isRunning = scanning.job?.state === 'running';
  if (isAside && scanning.job?.state !== 'failed') return null;
  return (
    <Section
      title="Numériser"
      aside={
        !isRunning && (
          <Button variant="quiet" keys="Alt+N" onPress={onClose}>
            Fermer
          </Button>
        )
      }
    >
      {scanning.jobId !== undefined ? (
        <ScanProgress scanning={scanning} takesFocus={!isAside} />
      ) : found.isPending ? (
        <p className="quiet" role="status">
          Recherche des scanners…
        </p>
      ) : (
        <Loaded query={found} waitingFor="Recherche des scanners…">
          {(list) => <ScanStart found={list} scanning={scanning} />}
        </Loaded>
      )}
      {scanning.error && <ErrorNotice error={scanning.error} />}
    </Section>
  );
}

function ScanStart({ found, scanning }: { found: CommandOutput<'scanners.list'>; scanning: Scanning }) {
  const { scanners, troubles, settings } = found;
  const [choice, setChoice] = useState(() => firstChoice(scanners, settings.chosen));
  useFocusOnAction(scanners.length > 0);
  if (scanners.length === 0)
    return (
      <>
        <Notice tone="info" title="Aucun scanner ne répond.">
          <p>Un gestionnaire déclare ceux du réseau, ou un dossier, dans Administration, onglet Scanner.</p>
        </Notice>
        {troubles.map((trouble) => (
          <ErrorNotice key={trouble.code} error={fromWireError(trouble)} />
        ))}
      </>
    );
  return (
    <>
      <ScanChoiceFields scanners={scanners} choice={choice} onChange={setChoice} />
      <div className="actions scan-action">
        <Button
          variant="primary"
          keys="Alt+D"
          isDisabled={!choice || scanning.isStarting}
          onPress={() => choice && scanning.start(choice)}
        >
          Démarrer
        </Button>
      </div>
    </>
  );
}

function ScanProgress({ scanning, takesFocus }: { scanning: Scanning; takesFocus: boolean }) {
  const { job, jobId, isFollowing } = scanning;
  const isStopped = job?.state === 'failed' || job?.state === 'cancelled';
  useFocusOnAction(isStopped && takesFocus);
  return (
    <>
      {jobId !== undefined && <JobProgress key={jobId} id={jobId} label="Numérisation" />}
      {isFollowing && (
        <p className="quiet">Ce qui arrive dans le dossier s’ajoute à la pile, jusqu’à Interrompre.</p>
      )}
      {isStopped && job.done > 0 && <p>{keptWords(job.done)}</p>}
      {job?.state === 'done' && (
        <Notice tone="good" title={job.done === 0 ? 'Aucune page n’est venue.' : keptWords(job.done)} />
      )}
      {isStopped && (
        <div className="actions scan-action">
          <Button variant="primary" keys="Alt+Z" isDisabled={scanning.isStarting} onPress={scanning.resume}>
            Reprendre
          </Button>
        </div>
      )}
    </>
  );
}

function keptWords(pages: number): string {
  return `${pagesWords(pages)} ${pages > 1 ? 'lues et gardées' : 'lue et gardée'}.`;
}

/** Enter goes on: the next thing to do has the focus. */
function useFocusOnAction(isThere: boolean): void {
  useEffect(() => {
    if (isThere) document.querySelector<HTMLElement>('.scan-action button')?.focus();
  }, [isThere]);
}
