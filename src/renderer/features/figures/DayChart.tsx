import type { Figures } from '#shared/contract/figures.ts';
import { frenchDate } from '#shared/fields/stringify.ts';
import { frenchLocal } from '#shared/sentences/french-dates.ts';
import { Section } from '../../ui/Section.tsx';
import { everyDay, scaleOf } from './day-scale.ts';

const WIDTH = 720;
const HEIGHT = 220;
const LEFT = 38;
const WIDEST_BAR = 40;
/** Where the bars stand. */
const FLOOR = HEIGHT - 24;
const COUNT = new Intl.NumberFormat('fr-FR');

interface DayChartProps {
  days: Figures['byDay'];
  peak: Figures['peak'];
}

/** A bar for each day of the period, empty ones included: what one looks for is the shape, and the last days before a closing. */
export function DayChart({ days, peak }: DayChartProps) {
  return (
    <Section title="Par jour">
      <DayBars days={everyDay(days)} peak={peak} />
      <details className="numbers">
        <summary>Les nombres, jour par jour</summary>
        <DayTable days={days} />
      </details>
    </Section>
  );
}

function DayBars({ days, peak }: DayChartProps) {
  const { top, steps } = scaleOf(Math.max(1, ...days.map(({ count }) => count)));
  const step = (WIDTH - LEFT) / days.length;
  const width = Math.min(step * 0.8, WIDEST_BAR);
  const heightOf = (count: number) => ((FLOOR - 8) * count) / top;
  const [first = '', last = ''] = [days[0]?.day, days.at(-1)?.day].map((day) => frenchDate(day ?? ''));
  const most = peak ? ` ; le plus : ${peak.count}, ${frenchLocal(peak.day)}` : '';
  return (
    <svg
      className="day-chart"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`Inscriptions par jour, du ${first} au ${last}${most}.`}
    >
      {steps.map((count) => (
        <g key={count}>
          <line x1={LEFT} x2={WIDTH} y1={FLOOR - heightOf(count)} y2={FLOOR - heightOf(count)} />
          <text x={LEFT - 6} y={FLOOR - heightOf(count) + 4} textAnchor="end">
            {COUNT.format(count)}
          </text>
        </g>
      ))}
      {days.map(({ day, count }, index) => (
        <rect
          key={day}
          className={day === peak?.day ? 'day-peak' : undefined}
          x={LEFT + (index + 0.5) * step - width / 2}
          y={FLOOR - heightOf(count)}
          width={width}
          height={heightOf(count)}
        />
      ))}
      <text x={LEFT} y={HEIGHT - 6}>
        {first}
      </text>
      {days.length > 1 && (
        <text x={WIDTH} y={HEIGHT - 6} textAnchor="end">
          {last}
        </text>
      )}
    </svg>
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
