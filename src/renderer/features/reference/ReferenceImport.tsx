import type { ImportRemark, ImportResult } from '#shared/contract/reference-import.ts';
import { mayCall } from '#shared/rights.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { useCommand } from '../../host/useCommand.ts';
import { FilePicker } from '../../ui/FilePicker.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useStation } from '../station/index.ts';
import { importSentence, LIST_LABELS } from './list-words.ts';

/** An official file, and what became of each of its lines. */
export function ReferenceImport() {
  const { agent } = useStation();
  const keep = useCommand('reference.import');
  if (!agent || !mayCall(agent.role, 'reference.import')) return null;
  const importFile = async ([file]: File[]) => {
    if (file) keep.mutate({ fileName: file.name, content: new Uint8Array(await file.arrayBuffer()) });
  };
  return (
    <>
      <FilePicker
        label="Importer un fichier officiel"
        keys="Alt+I"
        hint="Liste des diplômes professionnels (CSV), épreuves (JSON) ou pays (CSV code;libellé) ; il peut être déposé ici."
        accept=".csv,.json,text/csv,application/json"
        onPick={(files) => void importFile(files)}
      />
      {keep.error && <ErrorNotice error={keep.error} />}
      {keep.data && <ImportReport result={keep.data} />}
    </>
  );
}

function ImportReport({ result }: { result: ImportResult }) {
  return (
    <Notice tone={result.notUnderstood.length === 0 ? 'good' : 'warning'} title={LIST_LABELS[result.kind]}>
      <p>{importSentence(result)}</p>
      <Remarks title="Non comprises, laissées de côté" remarks={result.notUnderstood} />
      <Remarks title="Réunies" remarks={result.merged} />
      <Remarks title="À regarder" remarks={result.remarks} />
      <Entries title="Ajoutées" entries={result.added} />
      <Entries title="Changées" entries={result.changed} />
      {result.otherDiplomas.length > 0 && (
        <p className="quiet">
          D’autres services :{' '}
          {result.otherDiplomas.map(({ diploma, count }) => `${diploma} (${count})`).join(', ')}.
        </p>
      )}
    </Notice>
  );
}

function Remarks({ title, remarks }: { title: string; remarks: readonly ImportRemark[] }) {
  if (remarks.length === 0) return null;
  return (
    <>
      <p>
        <strong>{title}</strong>
      </p>
      <ul>
        {remarks.map(({ line, message }) => (
          <li key={`${line} ${message}`}>
            Ligne {line} : {message}
          </li>
        ))}
      </ul>
    </>
  );
}

function Entries({ title, entries }: { title: string; entries: ImportResult['added'] }) {
  if (entries.length === 0) return null;
  return (
    <details>
      <summary>
        {title} ({entries.length})
      </summary>
      <ul className="plain-list">
        {entries.map(({ code, label }) => (
          <li key={code}>
            <span className="number">{code}</span> {label}
          </li>
        ))}
      </ul>
    </details>
  );
}
