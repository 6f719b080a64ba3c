/**
 * Every table that holds something of one registration, in the order in which rows can be deleted. A test compares this list with the
 * base itself: a table that refers to a registration and is not here would keep a destroyed file alive, and be missing from a
 * right of access.
 */
export interface PersonalTable {
  table: string;
  /** What its rows are, for the person they speak of. */
  label: string;
  /** Column with the registration's id. */
  column: string;
  /** Columns that name an encrypted file. */
  fileColumns: readonly string[];
  /** What its documents are called when they are handed to the person. */
  documentName?: string;
}

export const PERSONAL_TABLES: readonly PersonalTable[] = [
  {
    table: 'transmittal_slip_entry',
    label: 'Bordereaux de transmission',
    column: 'registration_id',
    fileColumns: [],
  },
  {
    table: 'letter',
    label: 'Courriers',
    column: 'registration_id',
    fileColumns: ['file_id'],
    documentName: 'courrier',
  },
  {
    table: 'confirmation_return',
    label: 'Retours de la confirmation',
    column: 'registration_id',
    fileColumns: [],
  },
  { table: 'piece_state', label: 'Pièces justificatives', column: 'registration_id', fileColumns: [] },
  {
    table: 'returned_page',
    label: 'Pages rendues et numérisées',
    column: 'registration_id',
    fileColumns: ['source_file_id', 'image_file_id'],
    documentName: 'page-rendue',
  },
  {
    table: 'confirmation',
    label: 'Confirmations d’inscription',
    column: 'registration_id',
    fileColumns: ['file_id'],
    documentName: 'confirmation',
  },
  { table: 'print', label: 'Impressions', column: 'registration_id', fileColumns: [] },
  { table: 'portal_request', label: 'Compte du portail', column: 'registration_id', fileColumns: [] },
  { table: 'conflict', label: 'Propositions d’autres guichets', column: 'record_id', fileColumns: [] },
  { table: 'registration_event', label: 'Événements', column: 'registration_id', fileColumns: [] },
  { table: 'registration_version', label: 'Versions', column: 'registration_id', fileColumns: [] },
  { table: 'name_entry', label: 'Recherche par le nom', column: 'registration_id', fileColumns: [] },
];

/** Documents about several people at once, and the queue of files to send: they name encrypted files too. */
export const SHARED_FILE_COLUMNS: readonly { table: string; column: string }[] = [
  { table: 'letter_batch', column: 'file_id' },
  { table: 'transmittal_slip', column: 'file_id' },
  { table: 'outbox_blob', column: 'file_id' },
];

/**
 * Tables that name a registration and are treated one by one: its own row, drafts of a change (by number), and the ops, whose
 * content is erased while their place in the station's chain stays.
 */
export const TREATED_APART = ['registration', 'draft', 'outbox_op'] as const;

/** Every column that may name an encrypted file. */
export const FILE_COLUMNS: readonly { table: string; column: string }[] = [
  ...PERSONAL_TABLES.flatMap(({ table, fileColumns }) => fileColumns.map((column) => ({ table, column }))),
  ...SHARED_FILE_COLUMNS,
];
