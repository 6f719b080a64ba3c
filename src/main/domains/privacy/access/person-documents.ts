import { numberOf, textOf } from '#main/database/columns.ts';
import type { ReadableDatabase } from '#main/database/types.ts';
import { PERSONAL_TABLES } from '../personal-tables.ts';

export interface PersonDocument {
  fileId: string;
  /** Inside the folder that is handed over. */
  path: string;
  label: string;
  mediaType: string;
  storedAtMs: number;
}

const EXTENSIONS = new Map([
  ['application/pdf', 'pdf'],
  ['image/jpeg', 'jpg'],
  ['image/png', 'png'],
  ['image/tiff', 'tif'],
]);

/** The person's own documents of one registration. A stack scanned with other people's pages is theirs too: only its page is given. */
export function documentsOf(
  database: ReadableDatabase,
  registrationId: string,
  registrationNumber: string,
): PersonDocument[] {
  return PERSONAL_TABLES.flatMap(({ table, column, fileColumns, documentName, label }) => {
    const files = fileColumns.flatMap((fileColumn) =>
      database.all(
        `SELECT DISTINCT f.id, f.media_type, f.stored_at_ms FROM ${table} t JOIN stored_file f ON f.id = t.${fileColumn}
         WHERE t.${column} = ? AND NOT EXISTS (
           SELECT 1 FROM ${table} other WHERE other.${fileColumn} = t.${fileColumn} AND other.${column} IS NOT t.${column})
         ORDER BY f.stored_at_ms, f.id`,
        registrationId,
      ),
    );
    return files.map((row, index) => {
      const mediaType = textOf(row, 'media_type');
      const name = `${documentName ?? table}-${index + 1}.${EXTENSIONS.get(mediaType) ?? 'bin'}`;
      return {
        fileId: textOf(row, 'id'),
        path: `documents/${registrationNumber}/${name}`,
        label,
        mediaType,
        storedAtMs: numberOf(row, 'stored_at_ms'),
      };
    });
  });
}
