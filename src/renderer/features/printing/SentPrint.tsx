import type { Print } from '#shared/contract/printing.ts';
import { printTrouble } from '#shared/sentences/print-words.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { formatRoute } from '../../host/route.ts';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { Notice } from '../../ui/Notice.tsx';
import type { Sending } from './usePrint.ts';

/** How the document that was just sent goes, until paper is out; a printer that refuses says so in its own words. */
export function SentPrint({ sending: { error, printId, isPending } }: { sending: Sending }) {
  const prints = useCommandQuery('prints.list', {}, { enabled: printId !== undefined });
  if (error) return <ErrorNotice error={error} />;
  const print = prints.data?.find(({ id }) => id === printId);
  return print && !isPending ? <PrintNotice print={print} /> : null;
}

function PrintNotice({ print }: { print: Print }) {
  const trouble = printTrouble(print);
  if (trouble === undefined)
    return <Notice tone={print.state === 'printed' ? 'good' : 'info'} title={sentenceOf(print)} />;
  return (
    <Notice tone="warning" title={`Impression ${print.state === 'blocked' ? 'bloquée' : 'à vérifier'}`}>
      <p>{trouble}</p>
      <p>
        <a href={formatRoute({ screen: 'prints' })}>Annuler, réimprimer ou choisir une autre imprimante</a>
      </p>
    </Notice>
  );
}

function sentenceOf({ state, printer }: Print): string {
  const where = printer ?? 'l’imprimante';
  switch (state) {
    case 'printed':
      return `Imprimé sur ${where}.`;
    case 'cancelled':
      return 'Impression annulée.';
    case 'printing':
      return `Impression en cours sur ${where}…`;
    case 'sending':
    case 'waiting':
    case 'blocked':
    case 'failed':
    case 'unknown':
      return `Envoyé à ${where}…`;
  }
}
