import { useState } from 'react';
import type { RecordedReturn } from '#shared/contract/mail.ts';
import { formatVersion } from '#shared/rules/registration-number.ts';
import { Loaded } from '../../host/Loaded.tsx';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PdfPreview } from '../confirmation/index.ts';
import { SentPrint, usePrint } from '../printing/index.ts';

interface SignedCopyProps {
  number: string;
  kept: RecordedReturn;
}

/** "Exemplaire signé": the paper as it was scanned, to look at, print again or save. */
export function SignedCopyButton(props: SignedCopyProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>Exemplaire signé</Button>
      <Dialog
        title={`Exemplaire signé, version ${formatVersion(props.kept.version)}`}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
      >
        <SignedCopy {...props} />
        <div className="actions">
          <Button onPress={() => setOpen(false)}>Fermer</Button>
          <PrintSignedCopy {...props} />
        </div>
      </Dialog>
    </>
  );
}

function SignedCopy({ number, kept }: SignedCopyProps) {
  const copy = useCommandQuery('returns.signedCopy', { number, returnId: kept.id });
  return (
    <Loaded query={copy}>
      {({ pdf, fileName, missingPages, sealedBy }) => (
        <>
          {missingPages.length > 0 && (
            <Notice
              tone="warning"
              title={`Exemplaire incomplet : aucune image acceptée de la page ${missingPages.join(', ')}.`}
            />
          )}
          <PdfPreview
            title="Exemplaire signé"
            fileName={fileName}
            pdf={pdf}
            {...(sealedBy === null ? {} : { note: `cachet électronique de ${sealedBy}` })}
          />
        </>
      )}
    </Loaded>
  );
}

function PrintSignedCopy({ number, kept }: SignedCopyProps) {
  const { print, sending } = usePrint('returns.printSignedCopy');
  return (
    <>
      <Button
        variant="primary"
        isPending={sending.isPending}
        onPress={() => print({ number, returnId: kept.id })}
      >
        Imprimer l’exemplaire signé
      </Button>
      <SentPrint sending={sending} />
    </>
  );
}
