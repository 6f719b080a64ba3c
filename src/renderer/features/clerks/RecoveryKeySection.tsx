import { momentWords } from '#shared/sentences/safekeeping-sentences.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { useCommand } from '../../host/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { PdfPreview } from '../confirmation/index.ts';

/** Made here, printed, locked away; shown once. */
export function RecoveryKeySection({ madeAtMs }: { madeAtMs: number | null }) {
  const make = useCommand('station.makeRecoveryKey');
  return (
    <Section title="Clé de secours">
      {madeAtMs === null ? (
        <Notice
          tone="warning"
          title="Ce poste n’a pas de clé de secours : si tous les chefs de bureau oublient leur phrase de passe, ou si le compte de l’ordinateur est perdu, rien ne l’ouvrira plus."
        />
      ) : (
        <p className="quiet">Faite : {momentWords(madeAtMs)}. Une nouvelle la rendrait inutile.</p>
      )}
      {make.error && <ErrorNotice error={make.error} />}
      {make.data && (
        <>
          <p className="secret">
            <code>{make.data.recoveryKey}</code>
          </p>
          <p>
            {keepingWords(make.data.isPrinted, make.variables?.print ?? false)} sous clé : elle ne sera plus
            montrée.
          </p>
          <PdfPreview title="Clé de secours" fileName="cle-de-secours.pdf" pdf={make.data.page} />
        </>
      )}
      <div className="actions">
        <Button isPending={make.isPending} onPress={() => make.mutate({ print: true })}>
          Faire et imprimer une clé de secours
        </Button>
        <Button variant="quiet" isPending={make.isPending} onPress={() => make.mutate({})}>
          Faire sans imprimer
        </Button>
      </div>
    </Section>
  );
}

/** A print that was asked for and did not leave is told: the key is shown this once. */
function keepingWords(isPrinted: boolean, wasAsked: boolean): string {
  if (isPrinted) return 'Envoyée à l’imprimante. Rangez-la';
  const refused = wasAsked ? 'L’imprimante ne l’a pas prise. ' : '';
  return `${refused}Imprimez cette page et rangez-la`;
}
