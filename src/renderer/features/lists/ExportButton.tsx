import { useState } from 'react';
import { EXPORT_FORMATS, type ExportFormat } from '#shared/contract/lists.ts';
import { counted } from '#shared/sentences/counted.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { useSay } from '../../ui/StatusProvider.tsx';
import { JobProgress } from '../jobs/index.ts';
import type { ListQuery } from './list-query.ts';
import { useExport } from './useExport.ts';

const FORMATS: Record<ExportFormat, string> = {
  xlsx: 'Tableur (XLSX)',
  csv: 'Texte à points-virgules (CSV), pour un tableur',
  exchange: 'Fichier d’échange de Guichet (CSV), pour un programme',
};

/** Writes the list on screen, all its pages, as a file. */
export function ExportButton({ query, total }: { query: ListQuery; total: number }) {
  const [isOpen, setIsOpen] = useState(false);
  const [format, setFormat] = useState<ExportFormat>('xlsx');
  const file = useExport();
  const say = useSay();
  const words = counted(total, 'inscription');
  const save = async () => {
    if (!(await file.run(query, format))) return;
    setIsOpen(false);
    say(`Liste enregistrée : ${words}.`);
  };
  return (
    <>
      <Button keys="Alt+X" isDisabled={total === 0} onPress={() => setIsOpen(true)}>
        Exporter
      </Button>
      <Dialog title={`Exporter ${words}`} isOpen={isOpen} onClose={() => setIsOpen(false)}>
        <RadioGroup
          label="Format"
          isVertical
          autoFocus
          options={EXPORT_FORMATS.map((value) => ({ value, label: FORMATS[value] }))}
          value={format}
          onChange={(chosen) => setFormat(EXPORT_FORMATS.find((one) => one === chosen) ?? 'xlsx')}
        />
        <p className="quiet">
          Le fichier n’est plus protégé par ce poste : gardez-le dans un dossier du service, et le temps qu’il
          faut.
        </p>
        {file.jobId !== undefined && <JobProgress id={file.jobId} label="Export" />}
        {file.error && <ErrorNotice error={file.error} />}
        <div className="actions">
          <Button onPress={() => setIsOpen(false)}>Fermer</Button>
          <Button
            variant="primary"
            keys="Ctrl+Enter"
            isPending={file.jobId !== undefined}
            onPress={() => void save()}
          >
            Enregistrer le fichier
          </Button>
        </div>
      </Dialog>
    </>
  );
}
