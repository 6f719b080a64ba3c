import { LETTER_LABELS } from '#shared/sentences/letter-sentences.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { Loaded } from '../../host/Loaded.tsx';
import { useCommand } from '../../host/useCommand.ts';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { useSay } from '../../ui/StatusProvider.tsx';
import { PdfPreview } from '../confirmation/index.ts';

/** One archived letter, and a way to print it again. */
export function LetterPreview({ id }: { id: string }) {
  const letter = useCommandQuery('letters.open', { id });
  const print = useCommand('letters.print');
  const say = useSay();
  return (
    <Loaded query={letter}>
      {({ kind, rank, fileName, pdf, sha256 }) => (
        <Section
          title={`Lettre ${rank} : ${LETTER_LABELS[kind]}`}
          aside={
            <Button
              variant="primary"
              keys="Alt+P"
              isPending={print.isPending}
              onPress={() =>
                print.mutate(
                  { id },
                  { onSuccess: ({ job }) => say(`Lettre envoyée à l’imprimante (${job}).`) },
                )
              }
            >
              Imprimer la lettre
            </Button>
          }
        >
          {print.error && <ErrorNotice error={print.error} />}
          <PdfPreview
            title={LETTER_LABELS[kind]}
            fileName={fileName}
            pdf={pdf}
            note={`empreinte ${sha256.slice(0, 16)}…`}
          />
        </Section>
      )}
    </Loaded>
  );
}
