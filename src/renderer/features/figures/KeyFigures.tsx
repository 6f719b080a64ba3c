import type { Figures } from '#shared/contract/figures.ts';
import { frenchLocal } from '#shared/sentences/french-dates.ts';

const COUNT = new Intl.NumberFormat('fr-FR');

/** The few numbers one is asked for on the telephone. */
export function KeyFigures({ figures }: { figures: Figures }) {
  const { total, byDay, byStatus, peak } = figures;
  const complete = byStatus.find(({ status }) => status === 'complete')?.count ?? 0;
  const average = Math.round(total / Math.max(1, byDay.length));
  return (
    <dl className="facts">
      <Fact term={total > 1 ? 'Inscriptions' : 'Inscription'} value={COUNT.format(total)} />
      <Fact term={complete > 1 ? 'Dossiers complets' : 'Dossier complet'} value={COUNT.format(complete)} />
      <Fact term="Moyenne par jour d’inscription" value={COUNT.format(average)} />
      {peak && (
        <Fact term="Jour le plus chargé" value={`${frenchLocal(peak.day)} (${COUNT.format(peak.count)})`} />
      )}
    </dl>
  );
}

function Fact({ term, value }: { term: string; value: string }) {
  return (
    <div className="answer">
      <dt>{term}</dt>
      <dd>{value}</dd>
    </div>
  );
}
