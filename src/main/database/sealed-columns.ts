/**
 * Columns that tell, or may tell, of a person's health: the answers whole, for a size or a hash of the rest would tell a yes from a no,
 * and everything that repeats them; what clerks write in words of their own, where it may be said; and the key of the office's seal, which
 * is theirs alone. Sealed under the health key, whatever the key of the base (docs/adr/0008).
 */
export interface SealedTable {
  table: string;
  /** Column with what each value is bound to. */
  place: string;
  columns: readonly string[];
  /** Those that are looked for by their content. */
  alike?: readonly string[];
}

export const SEALED_TABLES: readonly SealedTable[] = [
  { table: 'registration', place: 'id', columns: ['sealed_reason', 'status_reason', 'hold_reason'] },
  { table: 'registration_version', place: 'registration_id', columns: ['answers', 'changes'] },
  { table: 'registration_event', place: 'id', columns: ['detail'] },
  { table: 'draft', place: 'id', columns: ['answers'] },
  { table: 'confirmation', place: 'registration_id', columns: ['layout'] },
  { table: 'returned_page', place: 'id', columns: ['reading', 'decision_reason', 'question', 'answer'] },
  { table: 'confirmation_return', place: 'id', columns: ['admitted_reason'] },
  { table: 'piece_state', place: 'registration_id', columns: ['reason'], alike: ['piece_id'] },
  { table: 'conflict', place: 'op_id', columns: ['paths', 'changes'] },
  { table: 'outbox_op', place: 'op_id', columns: ['dismissed_reason'] },
  { table: 'outbox_text', place: 'op_id', columns: ['canonical'] },
  { table: 'stored_file', place: 'id', columns: ['data_key'] },
  { table: 'office_seal', place: 'id', columns: ['private_key'] },
];

/** For a SELECT: every sealed column of a table, opened and under its own name. After `*`, it takes the place of the sealed one. */
export function opened(table: string, alias = table): string {
  const sealed = SEALED_TABLES.find((one) => one.table === table);
  if (!sealed) throw new TypeError(`nothing of ${table} is sealed`);
  return [...sealed.columns, ...(sealed.alike ?? [])]
    .map((column) => `unsealed(${alias}.${column}, ${alias}.${sealed.place}) AS ${column}`)
    .join(', ');
}

export function hasSealedColumns(table: string): boolean {
  return SEALED_TABLES.some((one) => one.table === table);
}
