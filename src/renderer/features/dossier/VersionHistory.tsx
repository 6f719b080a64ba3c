import type { FieldChange, Registration } from '#shared/contract/registrations.ts';
import { labelOf } from '#shared/fields/catalogue.ts';
import { formatVersion } from '#shared/rules/registration-number.ts';
import type { FieldContext } from '../../fields/field-kind.ts';
import { Section } from '../../ui/Section.tsx';
import { ChangedValue } from './ChangedValue.tsx';

const REASONS: Record<Registration['history'][number]['reason'], string> = {
  registered: 'Inscription',
  amended: 'Modification au guichet',
  redInkCorrection: 'Correction manuscrite (rouge)',
  supervisedCorrection: 'Correction par un agent habilité',
  otherCounter: 'Modification à un autre guichet',
  conflictDecided: 'Désaccord entre guichets tranché',
};

const MOMENT = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short' });

/** Who changed what, newest first. The first version changes everything, so only its making is said. */
export function VersionHistory({ registration }: { registration: Registration }) {
  const context = { exam: registration.answers.candidature.exam, session: registration.examYear };
  const versions = [...registration.history].sort((a, b) => b.version - a.version);
  return (
    <div className="step-body">
      {versions.map((version) => (
        <Section
          key={version.version}
          title={`Version ${formatVersion(version.version)} · ${REASONS[version.reason]}`}
          aside={
            <span className="quiet">
              {MOMENT.format(version.savedAtMs)} · {version.agent}
            </span>
          }
        >
          {version.version === 1 ? (
            <p className="quiet">Toutes les réponses ont été saisies.</p>
          ) : (
            <ChangeTable changes={version.changes} context={context} />
          )}
        </Section>
      ))}
    </div>
  );
}

function ChangeTable({ changes, context }: { changes: readonly FieldChange[]; context: FieldContext }) {
  return (
    <table className="data-table">
      <thead>
        <tr>
          <th scope="col">Rubrique</th>
          <th scope="col">Avant</th>
          <th scope="col">Après</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={change.path}>
            <th scope="row">{labelOf(change.path)}</th>
            <td>
              <ChangedValue path={change.path} value={change.before} context={context} />
            </td>
            <td>
              <strong>
                <ChangedValue path={change.path} value={change.after} context={context} />
              </strong>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
