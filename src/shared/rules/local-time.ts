/** Local dates and hours of an académie against instants. "Heure locale" in the notices: overseas differs from Paris. */

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Milliseconds since the epoch of a local date-time (`2024-11-04T15:00`, seconds allowed) in an IANA zone. */
export function localToMs(local: string, timeZone: string): number {
  const asIfUtc = Date.parse(`${local.length === 16 ? `${local}:00` : local}Z`);
  // Two rounds settle the offset everywhere but inside the hour a clock change skips, which then moves forward.
  const first = asIfUtc - offsetMs(asIfUtc, timeZone);
  return asIfUtc - offsetMs(first, timeZone);
}

/** Local date of an instant, `2024-11-04`. */
export function localDate(instantMs: number, timeZone: string): string {
  return new Date(instantMs + offsetMs(instantMs, timeZone)).toISOString().slice(0, 10);
}

/** Local date and minute of an instant, `2024-11-04T15:00`. */
export function localMinute(instantMs: number, timeZone: string): string {
  return new Date(instantMs + offsetMs(instantMs, timeZone)).toISOString().slice(0, 16);
}

/** Adds whole days to a local date (`2024-11-04`), keeping any hour that follows it. */
export function addDays(local: string, days: number): string {
  const date = new Date(`${local.slice(0, 10)}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10) + local.slice(10);
}

/** Whether the runtime knows the zone. */
export function isTimeZone(timeZone: string): boolean {
  try {
    formatterOf(timeZone);
    return true;
  } catch {
    return false;
  }
}

/** Clocks change at a quarter of an hour at the most; asking the calendar is slow, and most questions are of today. */
const QUARTER_MS = 15 * 60_000;
const lastOffsets = new Map<string, { quarter: number; offset: number }>();

function offsetMs(instantMs: number, timeZone: string): number {
  const quarter = Math.floor(instantMs / QUARTER_MS);
  const last = lastOffsets.get(timeZone);
  if (last?.quarter === quarter) return last.offset;
  const offset = calendarOffsetMs(quarter * QUARTER_MS, timeZone);
  lastOffsets.set(timeZone, { quarter, offset });
  return offset;
}

function calendarOffsetMs(instantMs: number, timeZone: string): number {
  const parts = Object.fromEntries(
    formatterOf(timeZone)
      .formatToParts(instantMs)
      .map((part) => [part.type, part.value]),
  );
  const local = Date.parse(
    `${parts['year']}-${parts['month']}-${parts['day']}T${parts['hour']}:${parts['minute']}:${parts['second']}Z`,
  );
  return local - Math.floor(instantMs / 1000) * 1000;
}

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formatters.set(timeZone, formatter);
  }
  return formatter;
}
