import { LETTER_LABELS } from '#shared/sentences/letter-sentences.ts';
import { Loaded } from '../../host/Loaded.tsx';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { PdfPreview } from '../confirmation/index.ts';
import { SentPrint, usePrint } from '../printing/index.ts';

/** One archived letter, and a way to print it again. */
export function LetterPreview({ id }: { id: string }) {
  const letter = useCommandQuery('letters.open', { id });
  const { print, sending } = usePrint('letters.print');
  return (
    <Loaded query={letter}>
      {({ kind, rank, fileName, pdf, sha256 }) => (
        <Section
          title={`Lettre ${rank} : ${LETTER_LABELS[kind]}`}
          aside={
            <Button
              variant="primary"
              keys="Alt+P"
              isPending={sending.isPending}
              onPress={() => print({ id })}
            >
              Imprimer la lettre
            </Button>
          }
        >
          <SentPrint sending={sending} />
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
