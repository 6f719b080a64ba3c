import { printed, rule } from './block.ts';
import type { Block } from './block.ts';
import { LEFT_MM } from './geometry.ts';
import { tagged } from './tagging.ts';
import { textAt } from './text-flow.ts';
import { STYLES } from './type-styles.ts';

const BASELINE_MM = 5.6;
const HEIGHT_MM = 7.4;

/** The title of a step, on a rule across the page. */
export function sectionHeading(title: string, continued: boolean): Block {
  return {
    heightMm: HEIGHT_MM,
    draw: (top) =>
      printed([
        ...tagged('H2', [
          textAt(LEFT_MM, top + BASELINE_MM, continued ? `${title} (suite)` : title, STYLES.heading),
        ]),
        rule(top + HEIGHT_MM - 0.4),
      ]),
  };
}
