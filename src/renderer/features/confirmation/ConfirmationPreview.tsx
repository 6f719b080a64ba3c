import type { CommandOutput } from '#shared/contract/index.ts';
import { Loaded } from '../../host/Loaded.tsx';
import { useBlobUrl } from '../../host/useBlobUrl.ts';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { Notice } from '../../ui/Notice.tsx';

/** The archived PDF itself: what is shown is what is printed and kept. */
export function ConfirmationPreview({ number, version }: { number: string; version: number }) {
  const confirmation = useCommandQuery('confirmations.issue', { number, version });
  return <Loaded query={confirmation}>{(issued) => <PdfView issued={issued} />}</Loaded>;
}

function PdfView({ issued }: { issued: CommandOutput<'confirmations.issue'> }) {
  const url = useBlobUrl(issued.pdf, 'application/pdf');
  if (url === undefined) return null;
  return (
    <div className="preview">
      {navigator.pdfViewerEnabled ? (
        <iframe
          className="preview-frame"
          title={`Confirmation, version ${issued.version}`}
          src={`${url}#toolbar=0&view=FitH`}
        />
      ) : (
        <Notice tone="info" title="Cette fenêtre ne sait pas montrer les PDF : ouvrez le fichier." />
      )}
      <p className="field-description">
        <a href={url} download={issued.fileName}>
          {issued.fileName}
        </a>{' '}
        · empreinte {issued.sha256.slice(0, 16)}…
      </p>
    </div>
  );
}
