export { CSV_MARK, csvLine, harmlessText } from './export/csv-text.ts';
export { listHandlers } from './list-handlers.ts';
export { sumOf, totalsOf } from './list-totals.ts';
export { andWhere, whereOf, type Where } from './list-where.ts';
export { stationTimeZone } from './station-time-zone.ts';
