import type { CommandOutput } from '#shared/contract/index.ts';
import { agreed, counted } from '#shared/sentences/counted.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { Loaded } from '../../host/Loaded.tsx';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { JobProgress } from '../jobs/index.ts';
import { BatchList } from './BatchList.tsx';
import { ReceiptForm } from './ReceiptForm.tsx';
import { TargetFolder } from './TargetFolder.tsx';
import { useBatchExport } from './useBatchExport.ts';

/** The way without a line: what waits goes to the centre on a key, and the receipt comes back on it. */
export function KeyBatches() {
  const known = useCommandQuery('batches.list', {});
  const writing = useBatchExport();
  return (
    <Section title="Par clé USB">
      <Loaded query={known}>
        {({ open, isReady, refusedReceipts, batches }) => (
          <div className="step-body">
            <p className="quiet">{openSentence(open)}</p>
            {!isReady && (
              <Notice
                tone="warning"
                title="Ce poste ne connaît pas encore la clé pour laquelle chiffrer les lots : faites d’abord un envoi."
              />
            )}
            <TargetFolder
              folder={writing.folder}
              onChange={writing.setFolder}
              isDisabled={!isReady || open.ops + open.scans === 0}
              isPending={writing.isPending}
              onWrite={() => writing.start()}
            />
            {writing.error && <ErrorNotice error={writing.error} />}
            {writing.jobId !== undefined && (
              <JobProgress
                key={writing.jobId}
                id={writing.jobId}
                label="Écriture du lot"
                onEnd={writing.finish}
              />
            )}
            {writing.written && (
              <Notice tone="good" title="Lot écrit et relu ; la clé peut être retirée après éjection.">
                <p>{writing.written.files.map(({ name }) => name).join(', ')}</p>
              </Notice>
            )}
            <BatchList
              batches={batches}
              canWrite={writing.folder !== '' && !writing.isPending}
              onWrite={(batchId) => writing.start(batchId)}
            />
            <ReceiptForm />
            <RefusedReceipts count={refusedReceipts} />
          </div>
        )}
      </Loaded>
    </Section>
  );
}

/** Somebody may be trying to have envois forgotten. */
function RefusedReceipts({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <Notice
      tone="danger"
      title={`${counted(count, 'reçu refusé')} sur ce poste, qui ne ${agreed(count, 'venait', 'venaient')} pas du serveur central. Prévenez le rectorat.`}
    />
  );
}

function openSentence({ ops, scans }: CommandOutput<'batches.list'>['open']): string {
  if (ops + scans === 0) return 'Rien n’attend hors des lots ci-dessous.';
  return `Le prochain lot contiendra ${counted(ops, 'opération')} et ${counted(scans, 'numérisation')}. Il est chiffré : seul le centre peut l’ouvrir.`;
}
