import type { Exam } from '../contract/answers.ts';
import type { Portfolio } from '../contract/campaign.ts';
import type { Subject } from '../contract/reference.ts';
import type { ExamPaperState } from '../contract/registrations.ts';

/** What routing looks at in a file. */
export interface RoutedFile {
  exam: Exam;
  specialtyCode: string;
  /** What the épreuves that are still to be sat are about. */
  subjects: readonly Subject[];
}

export interface Routing {
  /** Null: "à répartir". */
  main: Portfolio | null;
  transversal: Portfolio[];
}

/** One case manager for the file, by its specialty, and the transversal ones whose épreuves it has (S3-07, S3-08). */
export function routeFile(file: RoutedFile, portfolios: readonly Portfolio[]): Routing {
  let main: Portfolio | null = null;
  let strongest = -1;
  for (const portfolio of portfolios) {
    const claim = portfolio.transversal ? undefined : claimOf(portfolio, file);
    if (claim === undefined || claim <= strongest) continue;
    main = portfolio;
    strongest = claim;
  }
  return {
    main,
    transversal: portfolios.filter((portfolio) => portfolio.transversal && isConcerned(portfolio, file)),
  };
}

/** More than the longest group of specialties, which has five digits. */
const WHOLE_CODE = 6;

/**
 * How precisely a portfolio names a specialty: by its whole code before a group, by a longer group before a shorter one, then by exam
 * alone. A specialty that it excludes ("sauf AEPE", S3-08) is never its own. Undefined: it does not claim it.
 */
export function claimOf(
  portfolio: Portfolio,
  { exam, specialtyCode }: Pick<RoutedFile, 'exam' | 'specialtyCode'>,
): number | undefined {
  const { exams, groups, specialtyCodes, exceptSpecialtyCodes } = portfolio;
  if (exams.length > 0 && !exams.includes(exam)) return undefined;
  if (exceptSpecialtyCodes.includes(specialtyCode)) return undefined;
  if (specialtyCodes.includes(specialtyCode)) return WHOLE_CODE;
  const afterLevel = specialtyCode.slice(3);
  const lengths = groups.filter((group) => afterLevel.startsWith(group)).map((group) => group.length);
  if (lengths.length > 0) return Math.max(...lengths);
  const namesExamsOnly = exams.length > 0 && groups.length === 0 && specialtyCodes.length === 0;
  return namesExamsOnly ? 0 : undefined;
}

function isConcerned(portfolio: Portfolio, file: RoutedFile): boolean {
  if (!portfolio.subjects.some((subject) => file.subjects.includes(subject))) return false;
  const isForAll =
    portfolio.exams.length === 0 && portfolio.groups.length === 0 && portfolio.specialtyCodes.length === 0;
  return isForAll
    ? !portfolio.exceptSpecialtyCodes.includes(file.specialtyCode)
    : claimOf(portfolio, file) !== undefined;
}

/** What the épreuves that are still to be sat are about: a dispensed one concerns no transversal case manager. */
export function subjectsToSit(examPapers: readonly ExamPaperState[]): Subject[] {
  return [
    ...new Set(examPapers.filter(({ state }) => state === 'toSit').flatMap(({ subjects = [] }) => subjects)),
  ];
}
