import { createHash } from 'node:crypto';
import { assertNever } from '#shared/assert-never.ts';
import { openStation, type StationPlace } from '../../builders/open-station.ts';
import { createRandom } from '../harness/random.ts';
import type { Act } from '../harness/station-child.ts';

/** What a clerk was told as saved. */
export interface Told {
  act: Act;
  value: string;
}

/** What of it is not there, whole, when the station is opened again. */
export function missingOf(place: StationPlace, told: readonly Told[]): string[] {
  let station;
  try {
    station = openStation(place);
  } catch (error) {
    return told.length === 0 ? [] : [`the base does not open: ${String(error)}`];
  }
  const { database, context } = station;
  const has = (sql: string, ...values: (string | number)[]) => database.get(sql, ...values) !== undefined;
  const isThere = ({ act, value }: Told): boolean => {
    switch (act.do) {
      case 'register':
        return has('SELECT 1 FROM registration WHERE registration_number = ?', value);
      case 'amend':
        return has(
          'SELECT 1 FROM registration WHERE registration_number = ? AND version >= ?',
          act.number,
          Number(value),
        );
      case 'accept': {
        const row = database.get(
          `SELECT source_file_id FROM returned_page WHERE id = ? AND decision = 'accepted'`,
          value,
        );
        const sent = createHash('sha256').update(createRandom(act.seed).bytes(act.size)).digest('hex');
        if (!row) return false;
        const kept = context.files.get(String(row['source_file_id']));
        return createHash('sha256').update(kept).digest('hex') === sent;
      }
      case 'scan':
      case 'purge':
      case 'snapshot':
      case 'batch':
      case 'enrol':
      case 'sync':
        throw new Error(`${act.do} is not looked for here`);
      default:
        return assertNever(act);
    }
  };
  try {
    return told.filter((one) => !isThere(one)).map(({ act, value }) => `${act.do} ${value}`);
  } catch (error) {
    return [String(error)];
  } finally {
    station.close();
  }
}
