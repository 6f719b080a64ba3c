import {
  formatVersion,
  groupCandidateNumber,
  groupRegistrationNumber,
} from '../rules/registration-number.ts';
import { hairline, joinDrawn, printed } from './block.ts';
import type { Drawn } from './block.ts';
import type { ConfirmationContent } from './confirmation-content.ts';
import { CODE_QUIET_MM, CONTENT_WIDTH_MM, LEFT_MM, RIGHT_MM, TOP_CODE, TOP_MM } from './geometry.ts';
import { asFurniture, tagged } from './tagging.ts';
import { linesAt, rightAlignedAt, textAt, wrapText } from './text-flow.ts';
import type { MeasureText } from './text-flow.ts';
import type { TextTag } from './layout.ts';
import { trainingNotice, TRAINING_NOTICE_MM } from './training-notice.ts';
import { ascentMm, STYLES } from './type-styles.ts';
import type { TextStyle } from './type-styles.ts';

/** Top of a page and where it ends. */
export interface Header {
  drawn: Drawn;
  bottom: number;
}

const ISSUER_WIDTH_MM = TOP_CODE.x - CODE_QUIET_MM - 2 - LEFT_MM;
const NUMBERS_LEFT_MM = 124;
const NUMBERS_WIDTH_MM = RIGHT_MM - NUMBERS_LEFT_MM;
const NUMBER_ROW_MM = 6.2;
/** Below the code and the digits printed beneath it. */
const LEAST_BOTTOM_MM = 38.5;
const NOTICE_GAP_MM = 0.6;

/** Page 1: who issues, the numbers, then exam and specialty large enough for a window envelope. */
export function firstHeader(content: ConfirmationContent, measure: MeasureText): Header {
  const { service, academyName } = content.campaign;
  const issuer = column(
    [
      [academyName, STYLES.heading],
      [service.name, STYLES.small],
      [service.bureau, STYLES.small],
      [documentTitle(content), STYLES.smallBold, 'H1'],
    ],
    ISSUER_WIDTH_MM,
    measure,
  );
  const top = joinHeaders(issuer, numbers(content, measure));
  const title = examTitle(content, top.bottom, measure);
  const notice = trainingNotice(content, title.bottom + NOTICE_GAP_MM, measure);
  const noticeMm = content.training ? TRAINING_NOTICE_MM + 2 * NOTICE_GAP_MM : 0;
  return { drawn: joinDrawn([top.drawn, title.drawn, notice]), bottom: title.bottom + noticeMm };
}

/** Any other page: enough to file a sheet that was parted from the first one. */
export function runningHeader(content: ConfirmationContent, measure: MeasureText): Header {
  const issuer = column(
    [
      [content.campaign.academyName, STYLES.smallBold],
      [documentTitle(content), STYLES.small],
      [content.examLabel, STYLES.smallBold],
      [content.specialtyLabel, STYLES.small],
    ],
    ISSUER_WIDTH_MM,
    measure,
  );
  const { drawn, bottom } = joinHeaders(issuer, numbers(content, measure));
  return { drawn: printed(asFurniture(drawn.items)), bottom };
}

export function documentTitle(content: ConfirmationContent): string {
  return `Confirmation d’inscription — session ${content.examYear}`;
}

function numbers(content: ConfirmationContent, measure: MeasureText): Header {
  const names = wrapText(content.candidateName, STYLES.heading, NUMBERS_WIDTH_MM, measure);
  const firstBaseline = TOP_MM + ascentMm(STYLES.heading);
  const items = linesAt(NUMBERS_LEFT_MM, firstBaseline, names, STYLES.heading);
  let y = firstBaseline + (names.length - 1) * STYLES.heading.leadingMm + 2;
  const rows: [string, string, TextStyle][] = [
    ['N° candidat', groupCandidateNumber(content.candidateNumber), STYLES.text],
    ['N° inscription', groupRegistrationNumber(content.registrationNumber), STYLES.textBold],
    ['Version', formatVersion(content.version), STYLES.largeBold],
  ];
  for (const [label, value, style] of rows) {
    items.push(hairline(y, NUMBERS_LEFT_MM));
    items.push(...tagged('Lbl', [textAt(NUMBERS_LEFT_MM, y + 4.4, label, STYLES.label)]));
    items.push(...tagged('LBody', [rightAlignedAt(RIGHT_MM, y + 4.6, value, style, measure)]));
    y += NUMBER_ROW_MM;
  }
  return { drawn: printed(items), bottom: y };
}

function examTitle(content: ConfirmationContent, top: number, measure: MeasureText): Header {
  const title = column(
    [
      [content.examLabel, STYLES.display],
      [content.specialtyLabel, STYLES.large],
    ],
    CONTENT_WIDTH_MM,
    measure,
    top,
  );
  return { drawn: title.drawn, bottom: title.bottom };
}

function column(
  parts: [text: string | undefined, style: TextStyle, role?: TextTag['role']][],
  widthMm: number,
  measure: MeasureText,
  top = TOP_MM,
): Header {
  const drawn: Drawn = printed([]);
  let y = top;
  for (const [text, style, role = 'P'] of parts) {
    if (!text) continue;
    const lines = wrapText(text, style, widthMm, measure);
    drawn.items.push(...tagged(role, linesAt(LEFT_MM, y + ascentMm(style), lines, style)));
    y += lines.length * style.leadingMm + 0.6;
  }
  return { drawn, bottom: y };
}

function joinHeaders(left: Header, right: Header): Header {
  return {
    drawn: joinDrawn([left.drawn, right.drawn]),
    bottom: Math.max(left.bottom, right.bottom, LEAST_BOTTOM_MM),
  };
}
