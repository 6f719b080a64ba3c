import type { StackSummary } from '#shared/contract/returned-pages.ts';
import { formatVersion, groupRegistrationNumber } from '#shared/rules/registration-number.ts';
import { counted } from '#shared/sentences/counted.ts';
import { formatRoute } from '../../host/route.ts';
import { Section } from '../../ui/Section.tsx';

/** More than this, and the list is folded: a stack scanned on one side only lacks every second page. */
const SHOWN_OPEN = 8;

/** Sheets that came partly: which page to look for. */
export function IncompleteSheets({ sheets }: { sheets: StackSummary['incompleteSheets'] }) {
  if (sheets.length === 0) return null;
  const title = `Pages manquantes : ${counted(sheets.length, 'feuille incomplète')}`;
  return (
    <Section title={title}>
      <details open={sheets.length <= SHOWN_OPEN}>
        <summary>Liste des feuilles</summary>
        <ul className="plain-list">
          {sheets.map(({ registrationNumber: number, name, version, sheetPages, missingPages }) => (
            <li key={`${number}/${version}`}>
              <a href={formatRoute({ screen: 'dossier', number })}>{groupRegistrationNumber(number)}</a>{' '}
              {name}, version {formatVersion(version)} :{' '}
              <strong>
                {missingPages.length > 1 ? 'pages' : 'page'} {missingPages.join(', ')}
              </strong>{' '}
              sur {sheetPages}
            </li>
          ))}
        </ul>
      </details>
    </Section>
  );
}
