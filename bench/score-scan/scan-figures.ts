import { PROFILE_NAMES } from '#simulator/plan/profiles.ts';
import type { ProfileName } from '#simulator/plan/profiles.ts';
import { proportion, withGoal } from '../figures.ts';
import type { Figure } from '../figures.ts';
import { SCAN_GOALS } from './goals.ts';
import type { Speed } from './measure-speed.ts';
import type { PageTally } from './page-tally.ts';

/** Ordinary returns: what a person has to look at is counted on these. */
const ORDINARY: readonly ProfileName[] = ['clean', 'normal', 'small', 'stamped', 'turned', 'stray'];

/** From counts to the figures of the design, then the same by profile, which have no goal of their own. */
export function scanFigures(tally: PageTally, errorsMm: readonly number[], speed?: Speed): Figure[] {
  const named = [
    ...identification(tally),
    ...registration(errorsMm),
    over('red-recall-normal', tally, ['red-recall/normal', 'red-recall/turned', 'red-recall/stamped']),
    over('red-recall-faint', tally, ['red-recall/faint']),
    over('red-recall-small', tally, ['red-recall/small']),
    over('attribution', tally, ['attribution']),
    perPage('false-red-per-clean-page', tally, ['red-marks/clean'], 'clean'),
    perPage('false-red-per-photocopy', tally, ['red-marks/photocopy'], 'photocopy'),
    over('black-blue-recall', tally, ['black-recall/blueBlack', 'blue-recall/blueBlack']),
    perPage('false-black-blue-per-page', tally, ['black-false/clean', 'blue-false/clean'], 'clean'),
    f1('signature-f1', tally, 'signature'),
    over('signature-blank-called-signed', tally, ['signature/called-present']),
    f1('date-f1', tally, 'date'),
    over(
      'to-a-person',
      tally,
      ORDINARY.map((profile) => `review/${profile}`),
    ),
    ...(speed ? ofSpeed(speed) : []),
  ].map((figure) => withGoal(figure, SCAN_GOALS));
  return [...named, ...PROFILE_NAMES.flatMap((profile) => ofProfile(tally, profile)), ...byPen(tally)];
}

function ofSpeed({ pagesPerSecond, cpuMsPerPage, worstPageMs, peakMb, pages }: Speed): Figure[] {
  return [
    { name: 'pages-per-second', value: pagesPerSecond, unit: 'pages/s', n: pages },
    { name: 'cpu-per-page', value: cpuMsPerPage, unit: 'ms', n: pages },
    { name: 'worst-page-ms', value: worstPageMs, unit: 'ms', n: pages },
    { name: 'memory-mb', value: peakMb, unit: 'MB', n: pages },
  ];
}

/** Recalls of marks by kind of pen, by gesture and by resolution, over all populations. */
function byPen(tally: PageTally): Figure[] {
  return tally
    .counts()
    .filter(([name]) => /^(pen|gesture|dpi)\//.test(name))
    .map(([name, yes, n]) => proportion(`recall.${name.replace('/', '-')}`, yes, n))
    .sort((a, b) => a.name.localeCompare(b.name));
}

function over(name: string, tally: PageTally, counts: readonly string[]): Figure {
  const all = counts.map((count) => tally.get(count));
  return proportion(
    name,
    all.reduce((sum, { yes }) => sum + yes, 0),
    all.reduce((sum, { n }) => sum + n, 0),
  );
}

function perPage(name: string, tally: PageTally, counts: readonly string[], profile: ProfileName): Figure {
  const pages = tally.get(`pages/${profile}`).n;
  const events = counts.reduce((sum, count) => sum + tally.get(count).yes, 0);
  return { name, value: events / Math.max(1, pages), unit: 'per page', n: pages };
}

function identification(tally: PageTally): Figure[] {
  const wrong = tally.get('wrong');
  const clean = PROFILE_NAMES.filter((profile) => profile !== 'codeCrossed').map(
    (profile) => `identified/${profile}`,
  );
  return [
    over('identification-clean', tally, clean),
    over('identification-code-crossed', tally, ['identified/codeCrossed']),
    { name: 'identification-wrong', value: wrong.yes, unit: 'pages', n: wrong.n },
    over('orientation', tally, ['orientation']),
  ];
}

function registration(errorsMm: readonly number[]): Figure[] {
  const sorted = [...errorsMm].sort((a, b) => a - b);
  const rank = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return [
    { name: 'registration-median-mm', value: rank(0.5), unit: 'mm', n: sorted.length },
    { name: 'registration-p99-mm', value: rank(0.99), unit: 'mm', n: sorted.length },
  ];
}

/** A box said doubtful is counted as missed, and never as found. */
function f1(name: string, tally: PageTally, box: 'signature' | 'date'): Figure {
  const present = tally.get(`${box}/present`);
  const called = tally.get(`${box}/called-present`).yes;
  const value = (2 * present.yes) / Math.max(1, 2 * present.yes + called + (present.n - present.yes));
  return { name, value, unit: 'ratio', n: present.n + tally.get(`${box}/absent`).n };
}

function ofProfile(tally: PageTally, profile: ProfileName): Figure[] {
  const pages = tally.get(`pages/${profile}`).n;
  if (pages === 0) return [];
  const recalls = (['red', 'blue', 'black'] as const)
    .map((ink) => over(`${ink}-recall.${profile}`, tally, [`${ink}-recall/${profile}`]))
    .filter(({ n }) => n > 0);
  return [
    over(`identified.${profile}`, tally, [`identified/${profile}`]),
    ...recalls,
    perPage(
      `false-ink.${profile}`,
      tally,
      ['red', 'blue', 'black'].map((ink) => `${ink}-false/${profile}`),
      profile,
    ),
    over(`to-a-person.${profile}`, tally, [`review/${profile}`]),
  ];
}
