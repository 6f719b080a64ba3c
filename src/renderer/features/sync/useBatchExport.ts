import { useState } from 'react';
import { batchExportSchema, type BatchExport } from '#shared/contract/batches.ts';
import type { Job } from '#shared/contract/jobs.ts';
import { useCommand } from '../../host/useCommand.ts';

/** One export at a time, into the folder that was chosen last. */
export function useBatchExport() {
  const [folder, setFolder] = useState('');
  const [written, setWritten] = useState<BatchExport>();
  const [isRunning, setIsRunning] = useState(false);
  const exporting = useCommand('batches.export');
  return {
    folder,
    setFolder,
    written,
    isPending: exporting.isPending || isRunning,
    error: exporting.error,
    jobId: exporting.data?.jobId,
    /** A batch that is sealed already, or else a new one of all that waits. */
    start(batchId?: string) {
      setWritten(undefined);
      const order = batchId === undefined ? { folder } : { folder, batchId };
      exporting.mutate(order, { onSuccess: () => setIsRunning(true) });
    },
    finish(job: Job) {
      setIsRunning(false);
      setWritten(batchExportSchema.safeParse(job.result).data);
    },
  };
}
