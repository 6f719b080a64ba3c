import { EXAM_SHORT_LABELS } from '#shared/fields/stringify.ts';
import { formatVersion, groupRegistrationNumber } from '#shared/rules/registration-number.ts';
import { hairline, printed, rule, type Block } from '#shared/sheet/block.ts';
import { LEFT_MM, RIGHT_MM } from '#shared/sheet/geometry.ts';
import type { Group } from '#shared/sheet/page-flow.ts';
import type { PrintedItem } from '#shared/sheet/layout.ts';
import { tagged } from '#shared/sheet/tagging.ts';
import { linesAt, rightAlignedAt, textAt, wrapText, type MeasureText } from '#shared/sheet/text-flow.ts';
import { ascentMm, STYLES } from '#shared/sheet/type-styles.ts';
import type { ReadyFile } from '#shared/contract/portfolios.ts';

export const COLUMNS = {
  rank: { title: '', x: LEFT_MM, w: 8 },
  number: { title: 'N° inscription', x: LEFT_MM + 8, w: 36 },
  version: { title: 'Vers.', x: LEFT_MM + 44, w: 9 },
  name: { title: 'Nom, prénoms', x: LEFT_MM + 54, w: 56 },
  deposited: { title: 'Pièces', x: LEFT_MM + 112, w: 10 },
  missing: { title: 'Pièces attendues', x: LEFT_MM + 124, w: RIGHT_MM - LEFT_MM - 124 },
} as const;

/** One group of rows for each specialty, counted; ranks go on from one to the next. */
export function specialtyGroups(files: readonly ReadyFile[], measure: MeasureText): Group[] {
  const bySpecialty = Map.groupBy(files, (file) => `${file.exam} ${file.specialtyCode}`);
  let rank = 0;
  return [...bySpecialty.values()].map((ofSpecialty) => {
    const title = specialtyTitle(ofSpecialty);
    const rows = ofSpecialty.map((file) => fileRow(file, ++rank, measure));
    const count = countWords(ofSpecialty.length);
    return { title, heading: (continued) => heading(title, count, continued, measure), rows };
  });
}

/** How many of each specialty, and of all. */
export function recapGroup(files: readonly ReadyFile[], measure: MeasureText): Group {
  const bySpecialty = Map.groupBy(files, (file) => `${file.exam} ${file.specialtyCode}`);
  const rows = [...bySpecialty.values()].map((ofSpecialty) =>
    recapRow(specialtyTitle(ofSpecialty), String(ofSpecialty.length), false, measure),
  );
  return {
    title: 'Récapitulatif',
    heading: (continued) => heading('Récapitulatif', '', continued, measure),
    rows: [...rows, recapRow('Total', countWords(files.length), true, measure)],
  };
}

function specialtyTitle([first]: readonly ReadyFile[]): string {
  return first ? `${EXAM_SHORT_LABELS[first.exam]} ${first.specialtyLabel} (${first.specialtyCode})` : '';
}

function countWords(count: number): string {
  return count === 1 ? '1 dossier' : `${count} dossiers`;
}

function heading(title: string, count: string, continued: boolean, measure: MeasureText): Block {
  const lines = wrapText(continued ? `${title} (suite)` : title, STYLES.heading, 146, measure);
  const heightMm = 4 + lines.length * STYLES.heading.leadingMm + 2;
  return {
    heightMm,
    draw: (top) => {
      const y = top + 4 + ascentMm(STYLES.heading);
      return printed([
        ...tagged('H2', linesAt(LEFT_MM, y, lines, STYLES.heading)),
        rightAlignedAt(RIGHT_MM, y, count, STYLES.small, measure),
        rule(top + heightMm - 0.4),
      ]);
    },
  };
}

function fileRow(file: ReadyFile, rank: number, measure: MeasureText): Block {
  const { small, smallBold, quiet } = STYLES;
  const name = wrapText(`${file.birthName} ${file.givenNames}`, smallBold, COLUMNS.name.w, measure);
  const missing = file.missing.flatMap((label) => wrapText(label, small, COLUMNS.missing.w, measure));
  const lines = Math.max(name.length, missing.length, 1);
  const heightMm = lines * small.leadingMm + 2.6;
  return {
    heightMm,
    draw: (top) => {
      const y = top + 1.2 + ascentMm(small);
      const cell = (items: PrintedItem[]) => tagged('TD', items, String(rank));
      return printed([
        ...cell([textAt(COLUMNS.rank.x, y, String(rank), quiet)]),
        ...cell([textAt(COLUMNS.number.x, y, groupRegistrationNumber(file.registrationNumber), small)]),
        ...cell([textAt(COLUMNS.version.x, y, formatVersion(file.version), small)]),
        ...cell(linesAt(COLUMNS.name.x, y, name, smallBold)),
        ...cell([textAt(COLUMNS.deposited.x, y, String(file.depositedCount), small)]),
        ...cell(
          linesAt(
            COLUMNS.missing.x,
            y,
            missing.length > 0 ? missing : ['aucune'],
            missing.length > 0 ? small : quiet,
          ),
        ),
        hairline(top + heightMm),
      ]);
    },
  };
}

function recapRow(what: string, count: string, isTotal: boolean, measure: MeasureText): Block {
  const style = isTotal ? STYLES.smallBold : STYLES.small;
  const lines = wrapText(what, style, 146, measure);
  const heightMm = lines.length * style.leadingMm + 1.4;
  return {
    heightMm,
    draw: (top) =>
      printed([
        ...tagged('TH', linesAt(LEFT_MM, top + 0.8 + ascentMm(style), lines, style), what),
        ...tagged('TD', [rightAlignedAt(RIGHT_MM, top + 0.8 + ascentMm(style), count, style, measure)], what),
      ]),
  };
}
