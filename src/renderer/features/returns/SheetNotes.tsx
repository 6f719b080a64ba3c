import type { ReturnedSheet } from '#shared/contract/returned-pages.ts';
import { formatVersion } from '#shared/rules/registration-number.ts';
import { agreed } from '#shared/sentences/counted.ts';
import { Notice } from '../../ui/Notice.tsx';
import { DECISION_WORDS } from './reading-words.ts';

/** The other pages of the same paper: they were signed and corrected together, and are looked at together. */
export function SheetNotes({ sheet, sheetPage }: { sheet: ReturnedSheet; sheetPage: number }) {
  const { mates, missingPages, latestVersion } = sheet;
  if (mates.length === 0 && missingPages.length === 0) return null;
  const made = mates.filter(({ madeVersion }) => madeVersion !== null);
  return (
    <Notice tone={missingPages.length > 0 ? 'warning' : 'info'}>
      <ul className="plain-list">
        {mates.map((mate) => (
          <li key={mate.id}>
            Même feuille : page {mate.sheetPage}{' '}
            {mate.decision === 'pending'
              ? sheetPage < mate.sheetPage
                ? 'vient ensuite'
                : 'reste à traiter'
              : DECISION_WORDS[mate.decision].label.toLowerCase()}
            {mate.redMarks > 0 && ', avec du rouge'}.
          </li>
        ))}
        {made.length > 0 && (
          <li>
            Ses corrections ont fait la version {formatVersion(latestVersion)} : la signature de cette feuille
            la couvre.
          </li>
        )}
        {missingPages.length > 0 && (
          <li>
            {agreed(missingPages.length, 'Page')} {missingPages.join(', ')} non{' '}
            {agreed(missingPages.length, 'rendue')}.
          </li>
        )}
      </ul>
    </Notice>
  );
}
