import { counted } from '#shared/sentences/counted.ts';
import { Loaded } from '../../host/Loaded.tsx';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { PdfPreview } from '../confirmation/index.ts';
import { SentPrint, usePrint } from '../printing/index.ts';

/** An archived slip, and a way to print it. */
export function SlipPreview({ id }: { id: string }) {
  const slip = useCommandQuery('portfolios.slipPdf', { id });
  const { print, sending } = usePrint('portfolios.printSlip');
  return (
    <Loaded query={slip}>
      {({ slipNumber, portfolioTitle, entryCount, fileName, pdf }) => (
        <Section
          title={`Bordereau ${slipNumber}`}
          aside={
            <Button
              variant="primary"
              keys="Ctrl+P"
              isPending={sending.isPending}
              onPress={() => print({ id })}
            >
              Imprimer le bordereau
            </Button>
          }
        >
          <SentPrint sending={sending} />
          <PdfPreview
            title={`Bordereau ${slipNumber}`}
            fileName={fileName}
            pdf={pdf}
            note={`${portfolioTitle}, ${counted(entryCount, 'dossier')}`}
          />
        </Section>
      )}
    </Loaded>
  );
}
