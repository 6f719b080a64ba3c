/** Every failure a command may answer with. The set is closed: both hosts, the window and the CLI know all of it. */
export const ERROR_CODES = [
  'invalid-input',
  'unknown-command',
  'station-absent',
  'station-exists',
  'locked',
  'wrong-passphrase',
  'sealed-elsewhere',
  'forbidden',
  'clock-not-allowed',
  'campaign-invalid',
  'unknown-campaign',
  'window-not-open',
  'window-closed',
  'window-undated',
  'unknown-registration',
  'unknown-version',
  'unknown-draft',
  'unknown-page',
  'unknown-stack',
  'unknown-job',
  'unknown-conflict',
  'nothing-changed',
  'stale-version',
  'already-decided',
  'already-asked',
  'second-person-needed',
  'marks-not-seen',
  'file-ended',
  'file-locked',
  'file-on-hold',
  'unknown-candidate',
  'unknown-view',
  'nothing-due',
  'disposal-changed',
  'already-held',
  'not-held',
  'unknown-piece',
  'piece-follows-return',
  'no-late-return',
  'reference-invalid',
  'letter-not-allowed',
  'unknown-letter',
  'unknown-portfolio',
  'unknown-slip',
  'slip-empty',
  'file-unreadable',
  'file-unwritable',
  'file-unsupported',
  'file-too-large',
  'disk-full',
  'disk-failing',
  'database-damaged',
  'backup-unreadable',
  'backup-damaged',
  'backup-newer',
  'printer-failed',
  'portal-asked',
  'not-enrolled',
  'already-enrolled',
  'enrolment-refused',
  'purged-alone',
  'server-unreachable',
  'server-nonsense',
  'server-refused',
  'server-changed',
  'version-mismatch',
  'station-suspended',
  'training-mismatch',
  'batch-empty',
  'batch-incomplete',
  'batch-key-unknown',
  'batch-unreadable',
  'batch-target-full',
  'batch-target-lost',
  'batch-target-read-only',
  'batch-target-wrong',
  'unknown-batch',
  'receipt-unreadable',
  'receipt-forged',
  'receipt-elsewhere',
  'receipt-outdated',
  'cancelled',
  'unsupported-on-this-host',
  'internal',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** What can be wrong with one field. Stable codes; the sentences are in `sentences/`. */
export const PROBLEM_CODES = [
  'required',
  'wrong-type',
  'unknown-field',
  'too-short',
  'too-long',
  'out-of-range',
  'bad-format',
  'not-in-list',
  'forbidden-character',
  'nir-forbidden',
  'impossible-date',
  'date-in-future',
  'too-old',
  'too-young',
  'bad-email',
  'bad-phone',
  'bad-postcode',
  'bad-ine',
  'unknown-commune',
  'commune-required',
  'unknown-country',
  'parents-required',
  'unknown-academy',
  'unknown-campaign',
  'exam-not-in-campaign',
  'unknown-specialty',
  'specialty-other-exam',
  'specialty-not-in-session',
  'unknown-exam-paper',
  'exam-paper-not-optional',
  'disability-detail-required',
  'one-registration-per-exam',
  'duplicate-value',
  'pupil-registers-at-school',
  'residence-other-academy',
  'form-definitive',
  'identity-frozen',
  'mark-too-old',
  'end-before-start',
  'language-not-offered',
  'physical-education-choice',
  'override-not-allowed',
  'window-not-open',
  'window-closed',
  'window-undated',
  'fixed-after-registration',
  'red-pen-not-allowed',
  'postmark-not-by-post',
  'postmark-after-receipt',
  'nothing-changed',
  'broken-line',
] as const;

export type ProblemCode = (typeof PROBLEM_CODES)[number];

export interface FieldProblem {
  /** Dotted path from the root of the input, e.g. `identification.birthDate`; empty for the whole. */
  path: string;
  code: ProblemCode;
  /** Facts for the sentence: a limit, an hour, a label. */
  detail?: Record<string, string>;
}

/** Anticipated failure of a command; anything else thrown is reported as `internal`. */
export class GuichetError extends Error {
  readonly code: ErrorCode;
  readonly fields: readonly FieldProblem[];
  readonly detail: Readonly<Record<string, string>>;

  constructor(
    code: ErrorCode,
    options: { fields?: readonly FieldProblem[]; detail?: Record<string, string>; cause?: unknown } = {},
  ) {
    super(code, { cause: options.cause });
    this.name = 'GuichetError';
    this.code = code;
    this.fields = options.fields ?? [];
    this.detail = options.detail ?? {};
  }
}
