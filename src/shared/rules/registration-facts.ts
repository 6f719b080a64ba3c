import type { Answers } from '../contract/answers.ts';
import type { Campaign } from '../contract/campaign.ts';
import type { ReferenceFacts } from './reference-facts.ts';

/** What the rules need to know beside the answers of one registration. */
export interface RegistrationFacts {
  reference: ReferenceFacts;
  campaign: Campaign | undefined;
  nowMs: number;
  /** Number of another live registration of this person for the same exam and session, if any. */
  otherRegistrationNumber: string | undefined;
  /** Form of this person's last registration for the same exam in an earlier session, if any. */
  earlierForm: Answers['qualification']['form'] | undefined;
}
