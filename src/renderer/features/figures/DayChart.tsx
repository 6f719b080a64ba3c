import type { Figures } from '#shared/contract/figures.ts';
import { frenchDate } from '#shared/fields/stringify.ts';
import { frenchLocal } from '#shared/sentences/french-dates.ts';
import { Section } from '../../ui/Section.tsx';
import { everyDay, scaleOf } from './day-scale.ts';

const WIDTH = 720;
const HEIGHT = 220;
const LEFT = 38;
const BOTTOM = 24;
const COUNT = new Intl.NumberFormat('fr-FR');

interface DayChartProps {
  days: Figures['byDay'];
  peak: Figures['peak'];
}

/** A bar for each day of the period, empty ones included: what one looks for is the shape, and the last days before a closing. */
export function DayChart({ days, peak }: DayChartProps) {
  const all = everyDay(days);
  const { top, steps } = scaleOf(Math.max(1, ...all.map(({ count }) => count)));
  const step = (WIDTH - LEFT) / all.length;
  const height = (count: number) => ((HEIGHT - BOTTOM - 8) * count) / top;
  const [first, last] = [all[0], all.at(-1)];
  const summary = peak
    ? `Inscriptions par jour, de ${frenchDate(first?.day ?? '')} à ${frenchDate(last?.day ?? '')} ; le plus : ${peak.count}, ${frenchLocal(peak.day)}.`
    : 'Inscriptions par jour';
  return (
    <Section title="Par jour">
      <svg className="day-chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={summary}>
        {steps.map((count) => (
          <g key={count}>
            <line
              x1={LEFT}
              x2={WIDTH}
              y1={HEIGHT - BOTTOM - height(count)}
              y2={HEIGHT - BOTTOM - height(count)}
            />
            <text x={LEFT - 6} y={HEIGHT - BOTTOM - height(count) + 4} textAnchor="end">
              {COUNT.format(count)}
            </text>
          </g>
        ))}
        {all.map(({ day, count }, index) => (
          <rect
            key={day}
            className={day === peak?.day ? 'day-peak' : undefined}
            x={LEFT + index * step + step * 0.1}
            y={HEIGHT - BOTTOM - height(count)}
            width={step * 0.8}
            height={height(count)}
          />
        ))}
        <text x={LEFT} y={HEIGHT - 6}>
          {frenchDate(first?.day ?? '')}
        </text>
        {all.length > 1 && (
          <text x={WIDTH} y={HEIGHT - 6} textAnchor="end">
            {frenchDate(last?.day ?? '')}
          </text>
        )}
      </svg>
      <details className="numbers">
        <summary>Les nombres, jour par jour</summary>
        <DayTable days={days} />
      </details>
    </Section>
  );
}

function DayTable({ days }: { days: Figures['byDay'] }) {
  return (
    <table className="data-table">
      <thead>
        <tr>
          <th scope="col">Jour</th>
          <th scope="col" className="cell-number">
            Inscriptions
          </th>
        </tr>
      </thead>
      <tbody>
        {[...days].reverse().map(({ day, count }) => (
          <tr key={day}>
            <th scope="row">{frenchLocal(day)}</th>
            <td className="cell-number">{COUNT.format(count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
