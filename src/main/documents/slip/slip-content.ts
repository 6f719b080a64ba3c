import type { ReadyFile } from '#shared/contract/portfolios.ts';

/** What a transmittal slip says; `files` in the order of the paper. */
export interface SlipContent {
  slipNumber: string;
  academyName: string;
  serviceName: string;
  campaignTitle: string;
  issuedOn: string;
  /** Who hands the files over. */
  sender: string;
  /** Whose desk they go to. */
  receiver: string;
  files: ReadyFile[];
  training: boolean;
}
