/** All that a letter says, already in French. The layout only decides where. */
export interface LetterContent {
  issuer: {
    academyName: string;
    serviceName: string;
    bureau?: string | undefined;
    addressLines: string[];
    phone?: string | undefined;
    email?: string | undefined;
  };
  /** As it is read through the window of an envelope. */
  recipient: string[];
  /** Numbers and names by which the service finds the file again. */
  references: { label: string; value: string }[];
  placeAndDate: string;
  subject: string;
  greeting: string;
  parts: LetterPart[];
  /** Who signs; a place for a signature or a stamp is left below. */
  signatory: string;
  /** At the foot of each page, with its number. */
  reference: string;
  training: boolean;
}

export type LetterPart =
  | { kind: 'paragraphs'; title?: string; texts: string[] }
  /** Short facts one under the other: a date, a way, a version. */
  | { kind: 'facts'; title: string; rows: { label: string; value: string }[] }
  /** Papers: a square when they are to be brought, a tick when they are there. */
  | { kind: 'papers'; title: string; mark: 'toBring' | 'there'; rows: { what: string; why: string }[] }
  /** The one thing to see: a date, a decision. */
  | { kind: 'striking'; title: string; text: string }
  /** Where the candidate dates and signs. */
  | { kind: 'candidateSignature'; title: string; text: string };
