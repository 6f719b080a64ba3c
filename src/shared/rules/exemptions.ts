import type { Achievement, Exam } from '../contract/answers.ts';
import type { AchievementRules, ExamPaper, Subject } from '../contract/reference.ts';

type Origin = Partial<Pick<Achievement, 'type' | 'diplomaKind'>>;

/** What an achievement would bring, and the text that says so. */
export interface Proposal {
  /** Épreuves of the specialty, by code. */
  examPaperCodes: string[];
  source: string;
}

/**
 * The épreuves that a diploma exempts from (S4-13, S4-15): proposed, and each given up by unticking it. Undefined where no text of ours
 * says: the clerk then writes what the diploma's own text gives.
 */
export function proposedExemptions(
  exam: Exam,
  { type, diplomaKind }: Origin,
  papers: readonly ExamPaper[],
  { exemptions }: AchievementRules,
): Proposal | undefined {
  if (type !== 'otherDiploma') return undefined;
  const rule = exemptions.find((one) => one.exam === exam && one.diplomaKind === diplomaKind);
  return rule && { examPaperCodes: codesAbout(rule.subjects, papers), source: rule.source };
}

/** The épreuves whose marks of 10 or more may be kept after another specialty of the exam was failed. */
export function keepablePapers(
  exam: Exam,
  { type }: Origin,
  papers: readonly ExamPaper[],
  { keptAfterFailure }: AchievementRules,
): Proposal | undefined {
  if (type !== 'otherSpecialtyFailed') return undefined;
  const rule = keptAfterFailure.find((one) => one.exam === exam);
  return rule && { examPaperCodes: codesAbout(rule.subjects, papers), source: rule.source };
}

/** An épreuve about several subjects is spared only when all of them are. */
function codesAbout(subjects: readonly Subject[], papers: readonly ExamPaper[]): string[] {
  return papers
    .filter(({ optional }) => !optional)
    .filter(
      ({ subjects: about = [] }) => about.length > 0 && about.every((subject) => subjects.includes(subject)),
    )
    .map(({ code }) => code);
}

/** The kinds of diplomas that the portal lists for an exam; undefined where no list of ours is sourced: all of them. */
export function listedDiplomaKinds(
  exam: Exam | undefined,
  { diplomaKinds }: AchievementRules,
): readonly string[] | undefined {
  return diplomaKinds.find((one) => one.exam === exam)?.kinds;
}
