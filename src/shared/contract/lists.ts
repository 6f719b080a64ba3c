import { z } from 'zod';
import { CANDIDATE_CATEGORIES, examSchema } from './answers.ts';
import { bytes } from './bytes.ts';
import { defineCommand } from './define.ts';
import { numbersSchema, statusSchema } from './registrations.ts';
import { isoDate, text } from './text.ts';

export const SYNC_STATES = ['pending', 'acknowledged', 'refused'] as const;

/** Each narrows the list; one left out, or an empty list, narrows nothing. */
export const listFiltersSchema = z.strictObject({
  campaignId: z.string().max(60).optional(),
  exams: z.array(examSchema).max(5).default([]),
  specialtyCode: z.string().max(12).optional(),
  statuses: z.array(statusSchema).max(6).default([]),
  category: z.enum(CANDIDATE_CATEGORIES).optional(),
  /** Name of who registered, as kept with the file. */
  clerk: z.string().max(80).optional(),
  /** Local days of the académie, both included. */
  registeredFrom: isoDate.optional(),
  registeredTo: isoDate.optional(),
  syncState: z.enum(SYNC_STATES).optional(),
  isLocked: z.boolean().optional(),
  /** Complete: signed and every piece accepted. Incomplete: still alive and not yet complete. */
  isComplete: z.boolean().optional(),
  /** Names, number, birth date or e-mail. */
  text: z.string().trim().max(80).default(''),
});
export type ListFilters = z.output<typeof listFiltersSchema>;

export const SORT_KEYS = ['name', 'number', 'registeredAt', 'specialty', 'status'] as const;
export const listSortSchema = z.strictObject({
  by: z.enum(SORT_KEYS).default('name'),
  isDescending: z.boolean().default(false),
});
export type ListSort = z.output<typeof listSortSchema>;

export const listRowSchema = z.strictObject({
  ...numbersSchema.shape,
  birthName: z.string(),
  usageName: z.string(),
  givenNames: z.string(),
  birthDate: z.string(),
  exam: examSchema,
  specialtyCode: z.string(),
  specialtyLabel: z.string(),
  category: z.string(),
  status: statusSchema,
  locked: z.boolean(),
  isOnHold: z.boolean(),
  clerk: z.string(),
  registeredAtMs: z.number(),
  syncState: z.enum(SYNC_STATES),
});
export type ListRow = z.infer<typeof listRowSchema>;

export const MAX_PAGE_SIZE = 500;

export const EXPORT_FORMATS = ['csv', 'xlsx', 'exchange'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const listViewSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  isShared: z.boolean(),
  /** Whether the clerk who asks made it, and may change or discard it. */
  isOwn: z.boolean(),
  filters: listFiltersSchema,
  sort: listSortSchema,
});
export type ListView = z.infer<typeof listViewSchema>;

const filters = listFiltersSchema.prefault({});
const sort = listSortSchema.prefault({});
const viewId = z.string().max(60);

export const listsContract = {
  /** One page of the registrations that answer the filters, with how many there are by exam and status. */
  'registrations.list': defineCommand({
    access: 'agent',
    input: z.strictObject({
      filters,
      sort,
      /** `cursor`: as given with the page before, of the same filters and sort. */
      page: z
        .strictObject({
          size: z.number().int().min(1).max(MAX_PAGE_SIZE).default(100),
          cursor: z.string().max(400).optional(),
        })
        .prefault({}),
    }),
    output: z.strictObject({
      rows: z.array(listRowSchema),
      /** Null on the last page. */
      nextCursor: z.string().nullable(),
      total: z.number().int(),
      totals: z.array(z.strictObject({ exam: examSchema, status: statusSchema, count: z.number().int() })),
    }),
  }),
  /** What the filters may be set to: clerks who registered something. */
  'lists.choices': defineCommand({
    access: 'agent',
    input: z.strictObject({}),
    output: z.strictObject({ clerks: z.array(z.string()) }),
  }),
  /**
   * Starts writing the list as a file. The job waits for its pieces to be taken (`lists.chunk`), so that a long list never stands
   * in memory. `exchange`: docs/exchange-file.md.
   */
  'lists.export': defineCommand({
    access: 'agent',
    input: z.strictObject({ filters, sort, format: z.enum(EXPORT_FORMATS) }),
    output: z.strictObject({ jobId: z.string(), fileName: z.string(), mediaType: z.string() }),
  }),
  /** The next bytes of an export; null once it is whole. Throws what stopped the job. */
  'lists.chunk': defineCommand({
    access: 'agent',
    input: z.strictObject({ jobId: z.string().max(60) }),
    output: z.strictObject({ bytes: bytes.nullable() }),
  }),
  /** One's own views and the shared ones, by name. */
  'views.list': defineCommand({
    access: 'agent',
    input: z.strictObject({}),
    output: z.array(listViewSchema),
  }),
  /** Keeps a view under its name; a view of one's own of that name is replaced. */
  'views.save': defineCommand({
    access: 'agent',
    input: z.strictObject({ name: text(60), isShared: z.boolean().default(false), filters, sort }),
    output: z.strictObject({ id: z.string() }),
  }),
  /** One's own, or a shared one by a supervisor. Throws `unknown-view`, `forbidden`. */
  'views.discard': defineCommand({
    access: 'agent',
    input: z.strictObject({ id: viewId }),
    output: z.strictObject({}),
  }),
};
