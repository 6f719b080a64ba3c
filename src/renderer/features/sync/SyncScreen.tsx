import { useEffect, useRef, useState } from 'react';
import type { Job } from '#shared/contract/jobs.ts';
import { syncSummarySchema, type SyncSummary } from '#shared/contract/sync.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { Loaded } from '../../host/Loaded.tsx';
import { useCommand } from '../../host/useCommand.ts';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { Button } from '../../ui/Button.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { ConflictList } from '../conflicts/index.ts';
import { JobProgress } from '../jobs/index.ts';
import { EnrolAgainForm } from './EnrolAgainForm.tsx';
import { EnrolForm } from './EnrolForm.tsx';
import { KeyBatches } from './KeyBatches.tsx';
import { SendingQueue } from './SendingQueue.tsx';
import { SyncFigures } from './SyncFigures.tsx';
import { SyncSummaryNotice } from './SyncSummaryNotice.tsx';

/** What leaves for the central server, what it received, what it refused and why. */
export function SyncScreen() {
  const status = useCommandQuery('sync.status', {});
  const isEnrolled = typeof status.data?.serverUrl === 'string';
  const { screen, focusSending } = useFocusOnSending(isEnrolled);
  const run = useCommand('sync.run');
  const [summary, setSummary] = useState<SyncSummary>();
  const finish = (job: Job) => {
    const parsed = syncSummarySchema.safeParse(job.result);
    if (parsed.success) setSummary(parsed.data);
  };
  return (
    <div className="page" ref={screen}>
      <PageHeader
        title="Lots"
        subtitle="Ce qui part au serveur central. Tout reste dans ce poste tant que le centre n’a pas répondu."
        actions={
          <Button
            variant="primary"
            keys="Ctrl+Enter"
            isDisabled={!isEnrolled}
            isPending={run.isPending}
            onPress={() => {
              setSummary(undefined);
              run.mutate({});
            }}
          >
            Envoyer
          </Button>
        }
      />
      {status.data?.serverUrl === null && <EnrolForm onEnrolled={focusSending} />}
      {status.data?.lastError === 'station-suspended' && <EnrolAgainForm onEnrolled={focusSending} />}
      {run.error && <ErrorNotice error={run.error} />}
      {run.data && <JobProgress key={run.data.jobId} id={run.data.jobId} label="Envoi" onEnd={finish} />}
      {summary && <SyncSummaryNotice summary={summary} />}
      <Loaded query={status}>{(figures) => <SyncFigures status={figures} />}</Loaded>
      <ConflictList />
      {isEnrolled && <KeyBatches />}
      <SendingQueue />
    </div>
  );
}

/** Once the station is enrolled its form goes away, and the next thing to do is to send. */
function useFocusOnSending(isEnrolled: boolean) {
  const screen = useRef<HTMLDivElement>(null);
  const [isWanted, setIsWanted] = useState(false);
  useEffect(() => {
    // Not before the station knows that it is enrolled: until then the button cannot be pressed.
    if (isWanted && isEnrolled) screen.current?.querySelector<HTMLElement>('.page-actions button')?.focus();
  }, [isWanted, isEnrolled]);
  return { screen, focusSending: () => setIsWanted(true) };
}
