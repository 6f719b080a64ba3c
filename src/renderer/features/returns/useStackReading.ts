import { useState } from 'react';
import { GuichetError } from '#shared/errors.ts';
import { useHost } from '../../host/HostContext.tsx';
import { inBatches } from './file-batches.ts';

export interface StackReading {
  jobIds: readonly string[];
  error: GuichetError | undefined;
  isSending: boolean;
  read(files: readonly File[]): Promise<void>;
}

/** Hands a stack of scans to the core; each job reads one batch of it. */
export function useStackReading(): StackReading {
  const { client } = useHost();
  const [jobIds, setJobIds] = useState<string[]>([]);
  const [error, setError] = useState<GuichetError>();
  const [isSending, setIsSending] = useState(false);

  async function read(files: readonly File[]): Promise<void> {
    setError(undefined);
    setIsSending(true);
    try {
      for (const batch of inBatches(files)) {
        const loaded = await Promise.all(batch.map(loadFile));
        const { jobId } = await client.call('returns.read', { files: loaded });
        setJobIds((before) => [...before, jobId]);
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
