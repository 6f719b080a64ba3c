import { Loaded } from '../../host/Loaded.tsx';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { PdfPreview } from './PdfPreview.tsx';

/** The archived confirmation of a version. */
export function ConfirmationPreview({ number, version }: { number: string; version: number }) {
  const confirmation = useCommandQuery('confirmations.issue', { number, version });
  return (
    <Loaded query={confirmation}>
      {({ pdf, fileName, sha256, version: issued }) => (
        <PdfPreview
          title={`Confirmation, version ${issued}`}
          fileName={fileName}
          pdf={pdf}
          note={`empreinte ${sha256.slice(0, 16)}…`}
        />
      )}
    </Loaded>
  );
}
