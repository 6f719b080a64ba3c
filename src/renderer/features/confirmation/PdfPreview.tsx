import { useBlobUrl } from '../../host/useBlobUrl.ts';
import { Notice } from '../../ui/Notice.tsx';

interface PdfPreviewProps {
  /** Names the frame to a screen reader. */
  title: string;
  fileName: string;
  pdf: Uint8Array;
  /** After the file's name. */
  note?: string;
}

/** An archived PDF itself: what is shown is what is printed and kept. */
export function PdfPreview({ title, fileName, pdf, note }: PdfPreviewProps) {
  const url = useBlobUrl(pdf, 'application/pdf');
  if (url === undefined) return null;
  return (
    <div className="preview">
      {navigator.pdfViewerEnabled ? (
        <iframe className="preview-frame" title={title} src={`${url}#toolbar=0&view=FitH`} />
      ) : (
        <Notice tone="info" title="Cette fenêtre ne sait pas montrer les PDF : ouvrez le fichier." />
      )}
      <p className="field-description">
        <a href={url} download={fileName}>
          {fileName}
        </a>
        {note !== undefined && ` · ${note}`}
      </p>
    </div>
  );
}
