import type { StackSummary } from '#shared/contract/returned-pages.ts';

type Line = [term: string, count: number];

/** What was seen, and what became of it. Nothing is left out for being none: a zero is an answer. */
export function StackCounts({ summary }: { summary: StackSummary }) {
  const { byStatus } = summary;
  const seen: Line[] = [
    ['Reconnues, dernière version', byStatus.matched],
    ['Signées', summary.signed],
    ['Nettes, rien à relever', summary.plain],
    ['Avec du rouge', summary.withRed],
    ['Marques hors rubrique', summary.withUnattachedMarks],
  ];
  const apart: Line[] = [
    ['Version périmée', byStatus.superseded],
    ['En double', byStatus.duplicate],
    ['Autre document', byStatus.foreign],
    ['Non identifiées', byStatus.unidentified],
    ['Illisibles', byStatus.unreadable],
  ];
  const decided: Line[] = [
    ['À traiter', summary.waiting],
    ['À un second regard', summary.asked],
    ['Acceptées', summary.accepted],
    ['Refusées', summary.refused],
    ['Nouvelles versions', summary.newVersions.length],
  ];
  return (
    <div className="stack-counts">
      <Counts title="Vu" lines={seen} />
      <Counts title="À part" lines={apart} />
      <Counts title="Décidé" lines={decided} />
    </div>
  );
}

function Counts({ title, lines }: { title: string; lines: readonly Line[] }) {
  return (
    <div>
      <h3>{title}</h3>
      <dl className="count-list">
        {lines.map(([term, count]) => (
          <div key={term} className={count === 0 ? 'quiet' : undefined}>
            <dt>{term}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
