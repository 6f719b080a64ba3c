import type { Desk } from '#shared/contract/portfolios.ts';
import { useCommandQuery } from '../../host/useCommandQuery.ts';

/** Who follows the file and how to reach them (S3-07); nothing where the campaign names no portfolio. */
export function CaseManagerFacts({ number }: { number: string }) {
  const { data } = useCommandQuery('portfolios.of', { number });
  if (!data?.isRouted) return null;
  const facts = [
    { term: 'Gestionnaire', value: data.main ? deskWords(data.main) : 'à répartir' },
    ...(data.transversal.length === 0
      ? []
      : [{ term: 'Gestionnaires transversaux', value: data.transversal.map(deskWords).join(' ; ') }]),
  ];
  return (
    <dl className="facts">
      {facts.map(({ term, value }) => (
        <div key={term} className="answer">
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function deskWords({ title, phone, email }: Desk): string {
  const ways = [phone, email].filter((way) => way !== null);
  return ways.length === 0 ? title : `${title} (${ways.join(', ')})`;
}
