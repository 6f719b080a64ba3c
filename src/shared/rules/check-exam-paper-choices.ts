import type { Answers } from '../contract/answers.ts';
import type { Campaign } from '../contract/campaign.ts';
import type { ExamPaper } from '../contract/reference.ts';
import type { FieldProblem } from '../errors.ts';
import { effectOn } from './achievement-effects.ts';
import { checkPhysicalEducation } from './check-physical-education.ts';
import { foldForSearch } from './fold.ts';
import type { ReferenceFacts } from './reference-facts.ts';

/** What is chosen among the épreuves; nothing where the list of the specialty is not loaded. */
export function checkExamPaperChoices(
  answers: Answers,
  campaign: Campaign,
  reference: ReferenceFacts,
): FieldProblem[] {
  const papers = reference.findExamPapers(answers.qualification.specialtyCode)?.examPapers;
  if (!papers) return [];
  return [
    ...checkOptional(answers, papers),
    ...checkNamedLanguages(answers, papers),
    ...checkLanguages(answers, campaign, papers),
    ...checkPhysicalEducation(answers, papers, reference.physicalEducation),
  ];
}

function checkOptional(answers: Answers, papers: readonly ExamPaper[]): FieldProblem[] {
  const { optional } = answers.examPapers;
  return optional.flatMap((code, index): FieldProblem[] => {
    const path = `examPapers.optional.${index}`;
    const paper = papers.find((one) => one.code === code);
    if (!paper) return [{ path, code: 'unknown-exam-paper' }];
    if (!paper.optional) return [{ path, code: 'exam-paper-not-optional' }];
    return optional.indexOf(code) === index ? [] : [{ path, code: 'duplicate-value' }];
  });
}

function checkNamedLanguages(answers: Answers, papers: readonly ExamPaper[]): FieldProblem[] {
  const isLanguage = (code: string) =>
    papers.some((paper) => paper.code === code && paper.kind === 'language');
  return Object.keys(answers.examPapers.languages)
    .filter((code) => !isLanguage(code))
    .map((code) => ({ path: `examPapers.languages.${code}`, code: 'unknown-exam-paper' }));
}

/** Each language épreuve to be sat has its language, which the académie has an examiner for (arrêtés of 1995 and 15 July 2003). */
function checkLanguages(answers: Answers, campaign: Campaign, papers: readonly ExamPaper[]): FieldProblem[] {
  return languagePapersToSit(answers, papers).flatMap(({ code }): FieldProblem[] => {
    const path = `examPapers.languages.${code}`;
    const language = answers.examPapers.languages[code];
    if (language === undefined) return [{ path, code: 'required' }];
    return isOffered(language, campaign.languages) ? [] : [{ path, code: 'language-not-offered' }];
  });
}

function isOffered(language: string, offered: readonly string[]): boolean {
  return offered.length === 0 || offered.some((one) => foldForSearch(one) === foldForSearch(language));
}

/** Those of the diploma and the optional ones asked for, without those an achievement spares. */
export function languagePapersToSit(
  answers: Pick<Answers, 'achievements' | 'examPapers'>,
  papers: readonly ExamPaper[],
): ExamPaper[] {
  return papers
    .filter(({ kind }) => kind === 'language')
    .filter(({ code, optional }) => !optional || answers.examPapers.optional.includes(code))
    .filter(({ code }) => effectOn(answers, code) === undefined);
}
