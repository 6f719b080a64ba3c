import type { Answers } from '../contract/answers.ts';
import type { Campaign } from '../contract/campaign.ts';
import type { ReferenceFacts } from './reference-facts.ts';

/** Something the clerk should say or check; the law lets the condition be met later, so nothing is blocked. */
export interface Warning {
  code: string;
  message: string;
}

interface WarningFacts {
  answers: Answers;
  campaign: Campaign;
  reference: ReferenceFacts;
  /** Local date of the académie. */
  today: string;
}

export type WarningRule = (facts: WarningFacts) => Warning[];
