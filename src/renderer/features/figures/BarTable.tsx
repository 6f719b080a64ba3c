import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';

export interface BarLine {
  label: string;
  count: number;
}

interface BarTableProps {
  title: string;
  /** Title of the first column. */
  unit: string;
  lines: readonly BarLine[];
  empty?: string;
}

/** Lines shown before one asks for all. */
const FIRST_LINES = 10;

const COUNT = new Intl.NumberFormat('fr-FR');
const SHARE = new Intl.NumberFormat('fr-FR', { style: 'percent', maximumFractionDigits: 1 });

/** A plot that is a table: each bar lies beside its number, so that nothing is only drawn. */
export function BarTable({ title, unit, lines, empty = 'Rien à compter.' }: BarTableProps) {
  const [isWhole, setIsWhole] = useState(false);
  const total = lines.reduce((sum, { count }) => sum + count, 0);
  const most = Math.max(1, ...lines.map(({ count }) => count));
  const shown = isWhole ? lines : lines.slice(0, FIRST_LINES);
  return (
    <Section title={title}>
      {lines.length === 0 ? (
        <p className="quiet">{empty}</p>
      ) : (
        <table className="data-table bar-table">
          <thead>
            <tr>
              <th scope="col">{unit}</th>
              <th scope="col" className="cell-number">
                Nombre
              </th>
              <th scope="col" className="cell-number">
                Part
              </th>
              <th aria-hidden="true" className="bar-cell" />
            </tr>
          </thead>
          <tbody>
            {shown.map((line) => (
              <BarRow key={line.label} line={line} total={total} most={most} />
            ))}
          </tbody>
        </table>
      )}
      {lines.length > FIRST_LINES && (
        <div className="actions">
          <Button
            label={`${isWhole ? 'Moins' : 'Tout voir'} : ${title}`}
            onPress={() => setIsWhole(!isWhole)}
          >
            {isWhole ? 'Moins' : `Voir les ${lines.length}`}
          </Button>
        </div>
      )}
    </Section>
  );
}

function BarRow({ line: { label, count }, total, most }: { line: BarLine; total: number; most: number }) {
  return (
    <tr>
      <th scope="row">{label}</th>
      <td className="cell-number">{COUNT.format(count)}</td>
      <td className="cell-number">{SHARE.format(count / total)}</td>
      <td aria-hidden="true" className="bar-cell">
        <svg className="bar" viewBox="0 0 100 10" preserveAspectRatio="none">
          <rect width={(100 * count) / most} height="10" />
        </svg>
      </td>
    </tr>
  );
}
