import { useEffect, useState } from 'react';
import type { ScanChoice } from '#shared/contract/scanners.ts';
import type { Job } from '#shared/contract/jobs.ts';
import type { GuichetError } from '#shared/errors.ts';
import { useCommand } from '../../host/useCommand.ts';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { navigate } from '../../host/useRoute.ts';

export interface Scanning {
  job: Job | undefined;
  jobId: string | undefined;
  error: GuichetError | null;
  isStarting: boolean;
  /** A folder has no last page: it is read until someone says that it is enough. */
  isFollowing: boolean;
  /** Begins a stack. */
  start(choice: ScanChoice): void;
  /** Goes on with the same stack, after a fault or a stop. */
  resume(): void;
}

/** One stack that is scanned, in as many goes as the paper asks for; it is shown as soon as its first page is there. */
export function useScanning(): Scanning {
  const scan = useCommand('returns.scan');
  const jobId = scan.data?.jobId;
  const stackId = scan.data?.stackId;
  const { data: job } = useCommandQuery('jobs.get', { id: jobId ?? '' }, { enabled: jobId !== undefined });
  const [choice, setChoice] = useState<ScanChoice>();
  const hasPages = (job?.done ?? 0) > 0;
  useEffect(() => {
    if (hasPages && stackId !== undefined) navigate({ screen: 'returns', stackId });
  }, [hasPages, stackId]);

  const go = (with_: ScanChoice, of?: string) =>
    scan.mutate({
      choice: with_,
      follow: with_.source === 'folder',
      ...(of === undefined ? {} : { stackId: of }),
    });
  return {
    job,
    jobId,
    error: scan.error,
    isStarting: scan.isPending,
    isFollowing: job?.state === 'running' && choice?.source === 'folder',
    start: (wanted) => {
      setChoice(wanted);
      go(wanted);
    },
    resume: () => choice && go(choice, stackId),
  };
}
