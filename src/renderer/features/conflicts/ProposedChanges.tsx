import type { Conflict, ConflictField } from '#shared/contract/conflicts.ts';
import { labelOf } from '#shared/fields/catalogue.ts';
import { examYearOf } from '#shared/rules/registration-number.ts';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { ChangedValue } from '../dossier/index.ts';
import { choiceOf, type Choices } from './choices.ts';

interface ProposedChangesProps {
  conflict: Conflict;
  choices: Choices;
  onChoose(path: string, choice: Choices[string]): void;
}

const OPTIONS = [
  { value: 'current', label: 'Garder' },
  { value: 'proposed', label: 'Prendre la proposition' },
];

/** Field by field: what the file holds, what is proposed, and which of them counts. */
export function ProposedChanges({ conflict, choices, onChoose }: ProposedChangesProps) {
  const { exam, registrationNumber } = conflict.registration;
  const context = { exam, session: examYearOf(registrationNumber) };
  const words = (field: ConflictField, side: 'current' | 'proposed') =>
    field[side] === null ? (
      <span className="quiet">(vide)</span>
    ) : (
      <ChangedValue path={field.path} value={field[side]} context={context} />
    );
  return (
    <div className="table-scroll">
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">Rubrique</th>
            <th scope="col">Au dossier</th>
            <th scope="col">Proposé</th>
            <th scope="col">Choix</th>
          </tr>
        </thead>
        <tbody>
          {conflict.fields.map((field) => (
            <tr key={field.path}>
              <th scope="row">
                {labelOf(field.path)}
                {!field.isContested && <span className="quiet"> — ne se contredit pas</span>}
              </th>
              <td>{words(field, 'current')}</td>
              <td>
                <strong>{words(field, 'proposed')}</strong>
              </td>
              <td>
                <RadioGroup
                  label={labelOf(field.path)}
                  options={OPTIONS}
                  value={choiceOf(choices, field.path, field.isContested)}
                  onChange={(value) => onChoose(field.path, value === 'proposed' ? 'proposed' : 'current')}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
