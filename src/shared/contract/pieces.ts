import { z } from 'zod';
import { examSchema } from './answers.ts';
import { defineCommand } from './define.ts';
import { filePieceSchema, PIECE_STATES, statusSchema } from './registrations.ts';
import { text } from './text.ts';

const number = z.string().max(40);

/** Why a file waits for a clerk who controls pieces. */
export const WORKLIST_FILTERS = ['toControl', 'rejected', 'r408'] as const;
export const worklistFilterSchema = z.enum(WORKLIST_FILTERS);
export type WorklistFilter = z.infer<typeof worklistFilterSchema>;

/** A notice of the specialty (S1-07), and whether the candidate left with it. */
export const fileNoticeSchema = z.strictObject({
  title: z.string(),
  url: z.string().nullable(),
  handedBy: z.string().nullable(),
  handedAtMs: z.number().nullable(),
});
export type FileNotice = z.infer<typeof fileNoticeSchema>;

export const checklistSchema = z.strictObject({
  registrationNumber: z.string(),
  version: z.number().int(),
  birthName: z.string(),
  givenNames: z.string(),
  exam: examSchema,
  specialtyLabel: z.string(),
  status: statusSchema,
  locked: z.boolean(),
  pieces: z.array(filePieceSchema),
  notices: z.array(fileNoticeSchema),
});
export type Checklist = z.infer<typeof checklistSchema>;

export const worklistFileSchema = z.strictObject({
  registrationNumber: z.string(),
  birthName: z.string(),
  givenNames: z.string(),
  exam: examSchema,
  specialtyLabel: z.string(),
  status: statusSchema,
  /** How many pieces of this file the filter is about. */
  pieceCount: z.number().int(),
});
export type WorklistFile = z.infer<typeof worklistFileSchema>;

export const piecesContract = {
  'pieces.list': defineCommand({
    access: 'agent',
    input: z.strictObject({ number }),
    output: checklistSchema,
  }),
  /**
   * One piece, as controlled by a person. A rejection and an exemption have a reason; an exemption is for supervisors. The
   * signed confirmation is not set here: it follows its recorded return. With `expected`, only a piece that is still in that state.
   */
  'pieces.set': defineCommand({
    access: 'agent',
    input: z.strictObject({
      number,
      pieceId: z.string().max(60),
      state: z.enum(PIECE_STATES),
      reason: text(300).optional(),
      expected: z.enum(PIECE_STATES).optional(),
    }),
    output: z.strictObject({
      ...checklistSchema.shape,
      /** How the piece was before: what an undo puts back. */
      former: filePieceSchema.pick({ state: true, stateReason: true }),
    }),
  }),
  /** "Remise au candidat": he left with this notice of his specialty (S1-07). */
  'pieces.handNotice': defineCommand({
    access: 'agent',
    input: z.strictObject({ number, title: z.string().max(200) }),
    output: checklistSchema,
  }),
  /** From then on the pieces of the file do not change (S4-26). */
  'pieces.lock': defineCommand({
    access: 'agent',
    input: z.strictObject({ number }),
    output: z.strictObject({}),
  }),
  /** Supervisors only: new pieces may be deposited again (S4-26). */
  'pieces.unlock': defineCommand({
    access: 'agent',
    input: z.strictObject({ number, reason: text(300) }),
    output: z.strictObject({}),
  }),
  /** Live files that wait for a control, oldest deposit first; at most 200, with how many there are of each kind. */
  'pieces.worklist': defineCommand({
    access: 'agent',
    input: z.strictObject({ filter: worklistFilterSchema }),
    output: z.strictObject({
      counts: z.record(worklistFilterSchema, z.number().int()),
      files: z.array(worklistFileSchema),
    }),
  }),
};
