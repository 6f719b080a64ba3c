import type { OverdueFile } from '#shared/contract/mail.ts';
import { EXAM_SHORT_LABELS } from '#shared/fields/stringify.ts';
import { groupRegistrationNumber } from '#shared/rules/registration-number.ts';
import { OVERDUE_LABELS } from '#shared/sentences/file-sentences.ts';
import { frenchLocal } from '#shared/sentences/french-dates.ts';
import { formatRoute } from '../../host/route.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';

interface OverdueTableProps {
  files: readonly (OverdueFile & { daysLeft?: number })[];
  ticked: ReadonlySet<string>;
  onTick(ticked: ReadonlySet<string>): void;
}

/** Who, why, and since when; each row names the file whose box it holds. */
export function OverdueTable({ files, ticked, onTick }: OverdueTableProps) {
  const numbers = files.map((file) => file.registrationNumber);
  const tick = (number: string, isTicked: boolean) => {
    const next = new Set(ticked);
    if (isTicked) next.add(number);
    else next.delete(number);
    onTick(next);
  };
  return (
    <div className="table-scroll">
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">
              <Checkbox
                isSelected={numbers.every((number) => ticked.has(number))}
                onChange={(all) => onTick(new Set(all ? numbers : []))}
              >
                Candidat (tout cocher)
              </Checkbox>
            </th>
            <th scope="col">N° inscription</th>
            <th scope="col">Examen</th>
            <th scope="col">Pourquoi</th>
            <th scope="col">Échéance</th>
          </tr>
        </thead>
        <tbody>
          {files.map((file) => (
            <OverdueRow key={file.registrationNumber} file={file} ticked={ticked} onTick={tick} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface OverdueRowProps {
  file: OverdueTableProps['files'][number];
  ticked: ReadonlySet<string>;
  onTick(number: string, isTicked: boolean): void;
}

function OverdueRow({ file, ticked, onTick }: OverdueRowProps) {
  const { registrationNumber: number, birthName, givenNames, daysLeft, missing } = file;
  const name = `${birthName} ${givenNames}`;
  return (
    <tr>
      <th scope="row">
        <Checkbox isSelected={ticked.has(number)} onChange={(isTicked) => onTick(number, isTicked)}>
          {name}
        </Checkbox>
      </th>
      <td className="cell-compact">
        <a href={formatRoute({ screen: 'dossier', number })}>{groupRegistrationNumber(number)}</a>
      </td>
      <td>
        {EXAM_SHORT_LABELS[file.exam]} {file.specialtyLabel}
      </td>
      <td>
        {OVERDUE_LABELS[file.cause]}
        {missing.length > 0 && ` : ${missing.join(', ')}`}
      </td>
      <td className="cell-compact">
        {frenchLocal(file.deadline)}
        {daysLeft !== undefined && ` (J-${daysLeft})`}
      </td>
    </tr>
  );
}
