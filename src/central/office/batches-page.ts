import { counted } from '#shared/sentences/counted.ts';
import { dateAndHour } from '../portal/mail-words.ts';
import type { Row, Sql } from '../postgres/database.ts';
import type { Html } from '../web/html.ts';
import { officePage, type Visitor } from './office-pages.ts';
import { table } from './table.ts';

/** Volumes that came on keys or by the line, newest first; of each batch, how many of its volumes have come. */
export function batchRows(sql: Sql): Promise<Row[]> {
  return sql.rows(
    `SELECT s.name AS station, s.office, b.batch_id, b.volume, b.volumes, b.ops, b.scans, b.first_received_ms, b.last_received_ms, b.times,
       (SELECT count(*) FROM batch_volume o WHERE o.station_id = b.station_id AND o.batch_id = b.batch_id)::int AS came
     FROM batch_volume b JOIN station s USING (station_id) ORDER BY b.last_received_ms DESC, b.batch_id, b.volume LIMIT 200`,
  );
}

export function batchesPage(visitor: Visitor, rows: readonly Row[]): Html {
  const heads = ['Reçu le', 'Poste', 'Lot', 'Volume', 'Opérations', 'Numérisations', 'Venu', 'Lot entier'];
  const cells = rows.map((row) => {
    const [volumes, came, times] = [Number(row['volumes']), Number(row['came']), Number(row['times'])];
    return [
      dateAndHour(Number(row['first_received_ms'])),
      `${String(row['station'])}, ${String(row['office'])}`,
      String(row['batch_id']).slice(0, 8),
      `${Number(row['volume'])} sur ${volumes}`,
      Number(row['ops']),
      Number(row['scans']),
      times === 1
        ? 'une fois'
        : `${times} fois, la dernière le ${dateAndHour(Number(row['last_received_ms']))}`,
      came === volumes ? 'oui' : `il manque ${counted(volumes - came, 'volume')}`,
    ];
  });
  return officePage(
    visitor,
    '/rectorat/lots',
    'Lots',
    table('Les deux cents derniers volumes, le plus récent d’abord', heads, cells),
  );
}
