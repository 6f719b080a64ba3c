export { CSV_MARK, csvLine, harmlessText } from './export/csv-text.ts';
export { forgetInViews, type Traces } from './forget-in-views.ts';
export { listHandlers } from './list-handlers.ts';
export { TALLIED, WALKED, whereOf, type Where } from './list-where.ts';
export { stationTimeZone } from './station-time-zone.ts';
