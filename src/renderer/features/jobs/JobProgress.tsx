import { useEffect, useEffectEvent } from 'react';
import type { Job } from '#shared/contract/jobs.ts';
import { GuichetError } from '#shared/errors.ts';
import { fromWireError } from '#shared/wire/envelope.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { useCommand } from '../../host/useCommand.ts';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';

interface JobProgressProps {
  id: string;
  label: string;
  /** Called once, when the work ended whichever way. */
  onEnd?: (job: Job) => void;
}

/** Long work: how far it is, a way to stop it, and how it ended. */
export function JobProgress({ id, label, onEnd }: JobProgressProps) {
  const { data: job } = useCommandQuery('jobs.get', { id });
  const cancel = useCommand('jobs.cancel');
  const end = useEffectEvent((ended: Job) => onEnd?.(ended));
  const isOver = job !== undefined && job.state !== 'running';
  useEffect(() => {
    if (job && isOver) end(job);
    // A job ends once; its later copies say nothing new.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isOver]);

  if (!job) return null;
  switch (job.state) {
    case 'running':
      return (
        <div className="job">
          <ProgressBar
            label={job.label === '' ? label : `${label} : ${job.label}`}
            done={job.done}
            total={job.total}
          />
          <Button keys="Alt+X" isPending={cancel.isPending} onPress={() => cancel.mutate({ id })}>
            Interrompre
          </Button>
        </div>
      );
    case 'failed':
      return <ErrorNotice error={job.error ? fromWireError(job.error) : new GuichetError('internal')} />;
    case 'cancelled':
      return (
        <Notice
          tone="warning"
          title={`${label} : interrompu après ${job.done}. Ce qui était fait reste fait.`}
        />
      );
    case 'done':
      return null;
  }
}
