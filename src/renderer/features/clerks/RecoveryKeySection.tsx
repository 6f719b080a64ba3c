import { momentWords } from '#shared/sentences/safekeeping-sentences.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { useCommand } from '../../host/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { PdfPreview } from '../confirmation/index.ts';
import { PrinterByNameChoice, usePrinterByName } from '../printing/index.ts';

/** Made here, printed where the clerk says, locked away; shown once. */
export function RecoveryKeySection({ madeAtMs }: { madeAtMs: number | null }) {
  const make = useCommand('station.makeRecoveryKey');
  const printer = usePrinterByName();
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
            {keepingWords(make.data.isPrinted, make.variables?.printer)} sous clé : elle ne sera plus montrée.
          </p>
          <PdfPreview title="Clé de secours" fileName="cle-de-secours.pdf" pdf={make.data.page} />
        </>
      )}
      <PrinterByNameChoice printer={printer} />
      <div className="actions">
        <Button
          isDisabled={printer.isSearching || printer.name === undefined}
          isPending={make.isPending}
          onPress={() => make.mutate({ printer: printer.name })}
        >
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
function keepingWords(isPrinted: boolean, printer: string | undefined): string {
  if (isPrinted) return `Envoyée à l’imprimante ${printer}. Rangez-la`;
  const refused = printer === undefined ? '' : `L’imprimante ${printer} ne l’a pas prise. `;
  return `${refused}Imprimez cette page et rangez-la`;
}
