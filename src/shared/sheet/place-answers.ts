import { joinDrawn, printed } from './block.ts';
import type { Drawn } from './block.ts';
import { RIGHT_MM } from './geometry.ts';
import { findBottom, fitOnTwo, flowGroups, takeWhole } from './page-flow.ts';
import type { Frame, Group } from './page-flow.ts';
import { rightAlignedAt } from './text-flow.ts';
import type { MeasureText } from './text-flow.ts';
import { STYLES } from './type-styles.ts';

/** The line "Suite au verso" at the foot of page 1: what it takes, and its baseline above the signed part. */
const CONTINUATION_MM = 5.5;
const CONTINUATION_RISE_MM = 0.7;

export interface Frames {
  front: Frame;
  /** The back of page 1, under the instructions. */
  back: Frame;
  /** Page 3 and those that follow. */
  next: Frame;
}

export interface PlacedAnswers {
  front: Drawn;
  back: Drawn;
  /** From page 3. */
  after: Drawn[];
  /** Sections that are wholly in front. */
  wholeInFront: number;
  /** Whether a section begins in front and goes on behind. */
  isCut: boolean;
}

/**
 * Sections go whole on page 1, then whole on its back; one is cut between the two where that spares a second sheet; what is
 * left goes on from page 3. Page 1 names what it does not bear, so that nobody signs without having seen it.
 */
export function placeAnswers(answers: readonly Group[], frames: Frames, measure: MeasureText): PlacedAnswers {
  if (findBottom(answers, frames.front) !== undefined) {
    const front = joinDrawn(flowGroups(answers, frames.front, frames.next));
    return { front, back: printed([]), after: [], wholeInFront: answers.length, isCut: false };
  }
  const front = { ...frames.front, bottom: frames.front.bottom - CONTINUATION_MM };
  const { taken, left } = takeWhole(answers, front);
  const behind = takeWhole(left, frames.back);
  const isOneSheet = behind.left.length === 0 || fitOnTwo(answers, front, frames.back);
  const staysWhole = taken.length > 0 && (behind.left.length === 0 || !isOneSheet);
  const pages = staysWhole
    ? wholeSections(taken, behind, { ...frames, front })
    : cutSections(answers, { ...frames, front }, isOneSheet);
  const sentences = staysWhole
    ? [...said('au verso', behind.taken), ...said('page 3', behind.left)]
    : said(isOneSheet ? 'au verso' : 'page 3', left);
  const line = rightAlignedAt(
    RIGHT_MM,
    frames.front.bottom - CONTINUATION_RISE_MM,
    sentences.join(' — '),
    STYLES.smallBold,
    measure,
  );
  return {
    ...pages,
    front: joinDrawn([pages.front, printed([line])]),
    wholeInFront: taken.length,
    isCut: !staysWhole,
  };
}

type Pages = Pick<PlacedAnswers, 'front' | 'back' | 'after'>;

function wholeSections(
  taken: readonly Group[],
  behind: { taken: Group[]; left: Group[] },
  { front, back, next }: Frames,
): Pages {
  return {
    front: joinDrawn(flowGroups(taken, front, next)),
    back: joinDrawn(flowGroups(behind.taken, back, next)),
    after: behind.left.length > 0 ? flowGroups(behind.left, next, next) : [],
  };
}

function cutSections(answers: readonly Group[], { front, back, next }: Frames, isOneSheet: boolean): Pages {
  const [first = printed([]), ...others] = flowGroups(answers, front, isOneSheet ? back : next);
  return isOneSheet
    ? { front: first, back: joinDrawn(others), after: [] }
    : { front: first, back: printed([]), after: others };
}

function said(where: string, groups: readonly Group[]): string[] {
  return groups.length > 0 ? [`Suite ${where} : ${groups.map(({ title }) => title).join(', ')}`] : [];
}
