import type { WorklistFile } from '#shared/contract/pieces.ts';
import { EXAM_SHORT_LABELS } from '#shared/fields/stringify.ts';
import { counted } from '#shared/sentences/counted.ts';
import { formatRoute } from '../../host/route.ts';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { useShortcut } from '../../ui/shortcuts/useShortcut.ts';

interface WorklistQueueProps {
  files: readonly WorklistFile[];
  opened: string;
  onOpen(number: string): void;
  nothing: string;
}

/** J and K go from file to file, as in the returns. */
export function WorklistQueue({ files, opened, onOpen, nothing }: WorklistQueueProps) {
  const place = files.findIndex((file) => file.registrationNumber === opened);
  const go = (index: number) => {
    const next = files[index];
    if (next) onOpen(next.registrationNumber);
  };
  // A file that left the list gave its place to the next one.
  useShortcut({ keys: 'J', label: 'Dossier suivant', repeats: true }, () => go(place + 1));
  useShortcut({ keys: 'K', label: 'Dossier précédent', repeats: true }, () => go(Math.max(0, place - 1)));
  return (
    <nav className="queue" aria-label="Dossiers">
      <p className="queue-head">
        {files.length === 0 ? nothing : counted(files.length, 'dossier')} <KeyHint keys="J" />{' '}
        <KeyHint keys="K" />
      </p>
      <ol className="plain-list queue-list">
        {files.map((file) => (
          <li key={file.registrationNumber}>
            <a
              className="queue-item"
              href={formatRoute({ screen: 'pieces', number: file.registrationNumber })}
              aria-current={file.registrationNumber === opened ? 'true' : undefined}
              onClick={() => onOpen(file.registrationNumber)}
            >
              <span className="queue-name">
                {file.birthName} {file.givenNames}
              </span>
              <span className="quiet">
                {EXAM_SHORT_LABELS[file.exam]} {file.specialtyLabel} · {counted(file.pieceCount, 'pièce')}
              </span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
