import { z } from 'zod';
import { answersSchema, draftAnswersSchema, examSchema } from './answers.ts';
import { examPaperSchema } from './reference.ts';
import { defineCommand } from './define.ts';
import { PROBLEM_CODES } from '../errors.ts';
import { fieldProblemSchema, wireErrorSchema } from '../wire/envelope.ts';
import { text } from './text.ts';

export const numbersSchema = z.strictObject({
  registrationNumber: z.string(),
  candidateNumber: z.string(),
  version: z.number().int(),
});
export type Numbers = z.infer<typeof numbersSchema>;

/** One changed answer between two versions; `null` where there was none. */
export const fieldChangeSchema = z.strictObject({
  path: z.string(),
  before: z.unknown(),
  after: z.unknown(),
});
export type FieldChange = z.infer<typeof fieldChangeSchema>;

export const examPaperStateSchema = z.strictObject({
  ...examPaperSchema.shape,
  state: z.enum(['toSit', 'exempt', 'kept', 'carried']),
  mark: z.number().optional(),
  language: z.string().optional(),
  /** Of physical education: what was chosen, or that the candidate is unfit. */
  choice: z.string().optional(),
});
export type ExamPaperState = z.infer<typeof examPaperStateSchema>;

export const pieceSchema = z.strictObject({
  id: z.string(),
  label: z.string(),
  reason: z.string(),
  /** Local day of its own, later than the return of the confirmation: R.408 (S1-08). */
  dueOn: z.string().optional(),
  /** Handed over in a closed envelope, never opened nor scanned: only its presence is noted. */
  sealed: z.boolean().optional(),
});
export type Piece = z.infer<typeof pieceSchema>;

/** `awaited`: nothing came; `deposited`: it is there, not yet looked at; then what a person decided. */
export const PIECE_STATES = ['awaited', 'deposited', 'accepted', 'rejected', 'exempted'] as const;
export type PieceState = (typeof PIECE_STATES)[number];

/** A piece of one file, with who noted it last. */
export const filePieceSchema = z.strictObject({
  ...pieceSchema.shape,
  state: z.enum(PIECE_STATES),
  stateReason: z.string().nullable(),
  agent: z.string().nullable(),
  atMs: z.number().nullable(),
});
export type FilePiece = z.infer<typeof filePieceSchema>;

export const versionSchema = z.strictObject({
  version: z.number().int(),
  savedAtMs: z.number(),
  agent: z.string(),
  reason: z.enum([
    'registered',
    'amended',
    'redInkCorrection',
    'supervisedCorrection',
    'otherCounter',
    'conflictDecided',
  ]),
  changes: z.array(fieldChangeSchema),
});

/**
 * `awaitingReturn`: no signed confirmation of the last version; `returned`: it is there; `complete`: it is there and every piece
 * is accepted or exempted. The last three are ends, and final: by the candidate, for want of a return, for want of R.408.
 */
export const STATUSES = [
  'awaitingReturn',
  'returned',
  'complete',
  'withdrawn',
  'cancelled',
  'excluded',
] as const;
export const statusSchema = z.enum(STATUSES);
export type RegistrationStatus = z.infer<typeof statusSchema>;

/** What happened to a file beside its versions. `detail` holds short facts, never a value of the answers. */
export const FILE_EVENT_KINDS = [
  'overridden',
  'identityCorrected',
  'corrected',
  'withdrawn',
  'cancelled',
  'excluded',
  'locked',
  'unlocked',
  'pieceSet',
  'returnRecorded',
  'returnAdmitted',
  'letterIssued',
  'slipIssued',
  'noticeHanded',
  'held',
  'released',
  'accessGiven',
  'conflictDecided',
] as const;
export const fileEventSchema = z.strictObject({
  kind: z.enum(FILE_EVENT_KINDS),
  detail: z.record(z.string(), z.string()),
  agent: z.string(),
  atMs: z.number(),
});
export type FileEvent = z.infer<typeof fileEventSchema>;

/** A blocking rule set aside by an entitled clerk, who says why. `code` is that of the problem. */
export const overrideSchema = z.strictObject({
  code: z.enum(PROBLEM_CODES),
  reason: text(300),
  /** Of a supervisor who approved on the spot (`session.approve`), where the clerk may not set the rule aside herself. */
  approval: z.string().max(60).optional(),
});
export type Override = z.infer<typeof overrideSchema>;
const overrides = z.array(overrideSchema).max(5).default([]);

export const registrationSchema = z.strictObject({
  ...numbersSchema.shape,
  status: statusSchema,
  statusReason: z.string().nullable(),
  /** Locked: its pieces were controlled and wait for nothing; unlocked by an entitled clerk (S4-26). */
  locked: z.boolean(),
  answers: answersSchema,
  specialtyLabel: z.string(),
  examYear: z.number().int(),
  campaignTitle: z.string(),
  closesAt: z.string().nullable(),
  returnDeadline: z.string().nullable(),
  examPapers: z.array(examPaperStateSchema),
  /** False where no list of épreuves is loaded for the specialty. */
  examPapersKnown: z.boolean(),
  pieces: z.array(filePieceSchema),
  history: z.array(versionSchema),
  events: z.array(fileEventSchema),
  syncState: z.enum(['pending', 'sent', 'acknowledged', 'refused']),
});
export type Registration = z.infer<typeof registrationSchema>;

export const registrationSummarySchema = z.strictObject({
  ...numbersSchema.shape,
  birthName: z.string(),
  givenNames: z.string(),
  birthDate: z.string(),
  exam: examSchema,
  specialtyLabel: z.string(),
  status: statusSchema,
});
export type RegistrationSummary = z.infer<typeof registrationSummarySchema>;

/** A line of the search. */
export const foundRegistrationSchema = z.strictObject({
  ...registrationSummarySchema.shape,
  /** Empty where there is none. */
  usageName: z.string(),
  examYear: z.number().int(),
  /** Found although a word of the name is not as it was typed. */
  isApproximate: z.boolean(),
});
export type FoundRegistration = z.infer<typeof foundRegistrationSchema>;

/** Why somebody known may be the person being registered. */
export const LIKENESS_CAUSES = ['sameIdentity', 'likeName', 'sameEmail', 'sameMinistryNumber'] as const;

/** Somebody known who may be the person being registered; never taken for her by the program alone. */
export const likenessSchema = z.strictObject({
  candidateNumber: z.string(),
  birthName: z.string(),
  givenNames: z.string(),
  birthDate: z.string(),
  causes: z.array(z.enum(LIKENESS_CAUSES)).min(1),
  /** Of the newest registration. */
  registrationNumber: z.string(),
  examYear: z.number().int(),
});
export type Likeness = z.infer<typeof likenessSchema>;

/** The candidate it is, as a clerk chose: somebody known, by the candidate number, or `new` for somebody else of the same identity. */
const candidate = z.string().max(40).optional();

/** Identity documents a clerk may have seen. Their numbers are never written down: they are in no list of what a file may hold. */
export const SEEN_PIECES = [
  'identityCard',
  'passport',
  'residencePermit',
  'birthCertificate',
  'familyRecordBook',
] as const;
export const seenPieceSchema = z.enum(SEEN_PIECES);
export type SeenPiece = z.infer<typeof seenPieceSchema>;

const number = z.string().max(40);

/** Of registrations in one command: the base is not kept from other work for longer than a moment. */
export const MOST_AT_ONCE = 100;

export const registrationsContract = {
  /** Judges answers without saving: what blocks, what only warns, who it may be already, and what follows from them. */
  'registrations.check': defineCommand({
    access: 'agent',
    /** `number`: the registration being changed, which is not its own double. */
    input: z.strictObject({ answers: draftAnswersSchema, number: number.optional(), candidate, overrides }),
    output: z.strictObject({
      problems: z.array(fieldProblemSchema),
      /** Known from half-typed answers on: a name and a birth date are enough, or an e-mail. */
      likenesses: z.array(likenessSchema),
      warnings: z.array(z.strictObject({ code: z.string(), message: z.string() })),
      examPapers: z.array(examPaperStateSchema),
      pieces: z.array(pieceSchema),
    }),
  }),
  /** Saves durably, gives the numbers and version 01, and drops the draft if one is named. */
  'registrations.register': defineCommand({
    access: 'agent',
    input: z.strictObject({
      answers: draftAnswersSchema,
      draftId: z.string().max(60).optional(),
      candidate,
      overrides,
    }),
    output: numbersSchema,
  }),
  /**
   * Many at once, in order, each judged and saved as by `registrations.register`: one that is refused takes nothing from the others. All
   * that are saved become durable together, before the answer.
   */
  'registrations.registerMany': defineCommand({
    access: 'agent',
    input: z.strictObject({ answers: z.array(z.unknown()).min(1).max(MOST_AT_ONCE) }),
    output: z.array(
      z.union([
        z.strictObject({ ok: z.literal(true), value: numbersSchema }),
        z.strictObject({ ok: z.literal(false), error: wireErrorSchema }),
      ]),
    ),
  }),
  'registrations.get': defineCommand({
    access: 'agent',
    input: z.strictObject({ number }),
    output: registrationSchema,
  }),
  /**
   * Newest first without a query; otherwise by name (any order of words, unfinished or with a slip of the keyboard), birth date, a
   * number of ours or the ministry's, telephone or e-mail. What is as typed comes first. At most 50.
   */
  'registrations.search': defineCommand({
    access: 'agent',
    input: z.strictObject({ query: z.string().max(80).default('') }),
    output: z.array(foundRegistrationSchema),
  }),
  /** Applies changed answers (dotted path → value; null removes) as the next version, under the same rules; drops the draft if one is named. */
  'registrations.amend': defineCommand({
    access: 'agent',
    input: z.strictObject({
      number,
      changes: z.record(z.string().max(120), z.unknown()),
      onVersion: z.number().int().optional(),
      draftId: z.string().max(60).optional(),
      overrides,
    }),
    output: numbersSchema,
  }),
  /**
   * A supervisor's correction: of the identity, which is frozen for everybody else and needs an identity document seen (S4-07), or of
   * any answer once registrations are closed (S0-15). Every other rule holds. The next version, to be signed again; drops the draft if
   * one is named.
   */
  'registrations.correct': defineCommand({
    access: 'agent',
    input: z.strictObject({
      number,
      changes: z.record(z.string().max(120), z.unknown()),
      reason: text(300),
      pieceSeen: seenPieceSchema.optional(),
      onVersion: z.number().int().optional(),
      draftId: z.string().max(60).optional(),
    }),
    output: numbersSchema,
  }),
};
