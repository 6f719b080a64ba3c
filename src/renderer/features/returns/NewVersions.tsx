import { useState } from 'react';
import type { StackSummary } from '#shared/contract/returned-pages.ts';
import { GuichetError } from '#shared/errors.ts';
import { formatVersion, groupRegistrationNumber } from '#shared/rules/registration-number.ts';
import { counted } from '#shared/sentences/counted.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { useHost } from '../../host/HostContext.tsx';
import { formatRoute } from '../../host/route.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { useSay } from '../../ui/StatusProvider.tsx';

/** The sheets that red ink made, to print in one go. */
export function NewVersions({ versions }: { versions: StackSummary['newVersions'] }) {
  const { print, isPrinting, error } = usePrinting(versions);
  if (versions.length === 0) return null;
  const many = versions.length > 1;
  return (
    <Section title={many ? `${versions.length} nouvelles versions` : 'Une nouvelle version'}>
      <ul className="plain-list">
        {versions.map(({ registrationNumber: number, name, version }) => (
          <li key={number}>
            <a href={formatRoute({ screen: 'dossier', number })}>{groupRegistrationNumber(number)}</a> {name},
            version {formatVersion(version)}
          </li>
        ))}
      </ul>
      {error && <ErrorNotice error={error} />}
      <div className="actions">
        <Button variant="primary" keys="Ctrl+P" isPending={isPrinting} onPress={() => void print()}>
          {many ? 'Imprimer les nouvelles versions' : 'Imprimer la nouvelle version'}
        </Button>
      </div>
    </Section>
  );
}

/** One after the other, in the order in which they were decided; stops at the first that the printer refuses. */
function usePrinting(versions: StackSummary['newVersions']) {
  const { client } = useHost();
  const say = useSay();
  const [isPrinting, setIsPrinting] = useState(false);
  const [error, setError] = useState<GuichetError>();
  async function print(): Promise<void> {
    setIsPrinting(true);
    setError(undefined);
    try {
      for (const { registrationNumber: number, version } of versions)
        await client.call('confirmations.print', { number, version });
      say(`${counted(versions.length, 'confirmation')} à l’imprimante.`);
    } catch (failure) {
      setError(failure instanceof GuichetError ? failure : new GuichetError('internal', { cause: failure }));
    } finally {
      setIsPrinting(false);
    }
  }
  return { print, isPrinting, error };
}
