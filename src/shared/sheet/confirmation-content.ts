import type { Campaign, Portfolio } from '../contract/campaign.ts';
import type { ExamPaperState, Piece } from '../contract/registrations.ts';

/** One answer as printed: `id` is its dotted path, which is also what a red correction changes. */
export interface ConfirmationField {
  id: string;
  label: string;
  value: string;
}

/** A titled group of answers; the titles are those of the official steps. */
export interface ConfirmationSection {
  title: string;
  fields: ConfirmationField[];
}

/** All that a confirmation says, already in French. The layout only decides where. */
export interface ConfirmationContent {
  registrationNumber: string;
  candidateNumber: string;
  version: number;
  examLabel: string;
  specialtyLabel: string;
  examYear: number;
  candidateName: string;
  sections: ConfirmationSection[];
  examPapers: ExamPaperState[];
  examPapersKnown: boolean;
  pieces: Piece[];
  campaign: Campaign;
  /** Notices of the campaign for this very specialty. */
  specificNotices?: { title: string; url?: string }[];
  /** The desk the file goes to, when the campaign names one. */
  caseManager?: Pick<Portfolio, 'title' | 'email' | 'phone'>;
  /** In words, e.g. "mardi 10 décembre 2024"; null when the closing is not fixed. */
  returnDeadline: string | null;
  closesAt: string | null;
  /** "Saisi par l'agent X en présence du candidat, le …" */
  enteredBy: string;
  printedInColour: boolean;
  training: boolean;
}
