import { useState } from 'react';
import { GuichetError } from '#shared/errors.ts';
import { useHost } from '../../host/HostContext.tsx';
import { navigate } from '../../host/useRoute.ts';
import { inBatches } from './file-batches.ts';

export interface StackReading {
  jobIds: readonly string[];
  error: GuichetError | undefined;
  isSending: boolean;
  read(files: readonly File[]): Promise<void>;
}

/** Hands a stack of scans to the core and shows it; each job reads one batch of it. */
export function useStackReading(): StackReading {
  const { client } = useHost();
  const [jobIds, setJobIds] = useState<string[]>([]);
  const [error, setError] = useState<GuichetError>();
  const [isSending, setIsSending] = useState(false);

  async function read(files: readonly File[]): Promise<void> {
    setError(undefined);
    setJobIds([]);
    setIsSending(true);
    try {
      let stackId: string | undefined;
      for (const batch of inBatches(files)) {
        const loaded = await Promise.all(batch.map(loadFile));
        const started = await client.call('returns.read', { files: loaded, ...(stackId ? { stackId } : {}) });
        if (stackId === undefined) navigate({ screen: 'returns', stackId: started.stackId });
        stackId = started.stackId;
        setJobIds((before) => [...before, started.jobId]);
      }
    } catch (failure) {
      setError(
        failure instanceof GuichetError ? failure : new GuichetError('file-unreadable', { cause: failure }),
      );
    } finally {
      setIsSending(false);
    }
  }

  return { jobIds, error, isSending, read };
}

async function loadFile(file: File): Promise<{ name: string; bytes: Uint8Array }> {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}
