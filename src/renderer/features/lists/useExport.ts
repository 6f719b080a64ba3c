import { useState } from 'react';
import type { ExportFormat } from '#shared/contract/lists.ts';
import { GuichetError } from '#shared/errors.ts';
import { useHost } from '../../host/HostContext.tsx';
import { saveFile } from '../../host/save-file.ts';
import type { ListQuery } from './list-query.ts';

interface Export {
  jobId: string | undefined;
  error: GuichetError | undefined;
  /** Resolves to whether the file was saved. */
  run(query: ListQuery, format: ExportFormat): Promise<boolean>;
}

/** Takes the pieces of a list as the core writes them, then saves them as one file. */
export function useExport(): Export {
  const { client } = useHost();
  const [jobId, setJobId] = useState<string>();
  const [error, setError] = useState<GuichetError>();
  return {
    jobId,
    error,
    async run(query, format) {
      setError(undefined);
      try {
        const started = await client.call('lists.export', { ...query, format });
        setJobId(started.jobId);
        const parts: Uint8Array[] = [];
        for (;;) {
          const { bytes } = await client.call('lists.chunk', { jobId: started.jobId });
          if (bytes === null) break;
          parts.push(bytes);
        }
        saveFile(started.fileName, started.mediaType, parts);
        return true;
      } catch (failure) {
        const refusal =
          failure instanceof GuichetError ? failure : new GuichetError('internal', { cause: failure });
        // An interruption is told by the job itself.
        if (refusal.code !== 'cancelled') setError(refusal);
        return false;
      } finally {
        setJobId(undefined);
      }
    },
  };
}
