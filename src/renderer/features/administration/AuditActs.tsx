import type { AuditFilters, AuditVerification } from '#shared/contract/audit.ts';
import { auditFaultSentence, auditVerdictSentence } from '#shared/sentences/audit-sentences.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { saveFile } from '../../host/save-file.ts';
import { useCommand } from '../../host/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { useSay } from '../../ui/StatusProvider.tsx';

/** Reads the whole chain again, or takes what the filters show away, signed. */
export function AuditActs({ filters }: { filters: AuditFilters }) {
  const verify = useCommand('audit.verify');
  const take = useCommand('audit.export');
  const say = useSay();
  const exportAs = (format: 'csv' | 'ndjson') =>
    take.mutate(
      { ...filters, format },
      {
        onSuccess: ({ file, signature, count }) => {
          for (const { fileName, mediaType, bytes } of [file, signature])
            saveFile(fileName, mediaType, [bytes]);
          say(`${count} lignes enregistrées, avec la signature du poste.`);
        },
      },
    );
  return (
    <Section title="Vérifier et exporter">
      <div className="step-body">
        <p className="quiet">
          Chaque ligne est liée à la précédente : rien ne peut y être modifié ni retiré sans que la
          vérification le trouve. L’export suit les filtres ci-dessous ; sa signature est un second fichier.
        </p>
        {verify.data && <Verdict found={verify.data} />}
        {[verify.error, take.error].map((error) => error && <ErrorNotice key={error.code} error={error} />)}
        <div className="actions">
          <Button keys="Alt+O" isPending={verify.isPending} onPress={() => verify.mutate({})}>
            Vérifier le journal
          </Button>
          <Button isPending={take.isPending} onPress={() => exportAs('csv')}>
            Exporter en CSV
          </Button>
          <Button isPending={take.isPending} onPress={() => exportAs('ndjson')}>
            Exporter en NDJSON
          </Button>
        </div>
      </div>
    </Section>
  );
}

function Verdict({ found }: { found: AuditVerification }) {
  return (
    <Notice tone={found.faultCount === 0 ? 'good' : 'danger'} title={auditVerdictSentence(found)}>
      {found.faults.length > 0 && (
        <ul>
          {found.faults.map((fault) => (
            <li key={`${fault.kind} ${String(fault.entry)}`}>{auditFaultSentence(fault)}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
