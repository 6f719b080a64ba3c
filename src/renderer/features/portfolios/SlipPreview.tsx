import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { Loaded } from '../../host/Loaded.tsx';
import { useCommand } from '../../host/useCommand.ts';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { useSay } from '../../ui/StatusProvider.tsx';
import { PdfPreview } from '../confirmation/index.ts';

/** An archived slip, and a way to print it. */
export function SlipPreview({ id }: { id: string }) {
  const slip = useCommandQuery('portfolios.slipPdf', { id });
  const print = useCommand('portfolios.printSlip');
  const say = useSay();
  return (
    <Loaded query={slip}>
      {({ slipNumber, portfolioTitle, entryCount, fileName, pdf }) => (
        <Section
          title={`Bordereau ${slipNumber}`}
          aside={
            <Button
              variant="primary"
              keys="Ctrl+P"
              isPending={print.isPending}
              onPress={() =>
                print.mutate(
                  { id },
                  { onSuccess: ({ job }) => say(`Bordereau envoyé à l’imprimante (${job}).`) },
                )
              }
            >
              Imprimer le bordereau
            </Button>
          }
        >
          {print.error && <ErrorNotice error={print.error} />}
          <PdfPreview
            title={`Bordereau ${slipNumber}`}
            fileName={fileName}
            pdf={pdf}
            note={`${portfolioTitle}, ${entryCount} dossier(s)`}
          />
        </Section>
      )}
    </Loaded>
  );
}
