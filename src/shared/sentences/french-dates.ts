const DAY = new Intl.DateTimeFormat('fr-FR', {
  timeZone: 'UTC',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

/** A line must not break around the hour. */
const HOUR_UNIT = '\u00a0h';

/** `2024-12-03T17:00` → "mardi 3 décembre 2024 à 17 h"; a date alone without the hour. */
export function frenchLocal(local: string): string {
  const day = DAY.format(new Date(`${local.slice(0, 10)}T00:00:00Z`)).replace(/ 1 /, ' 1er ');
  if (local.length <= 10) return day;
  const [hour, minute] = local.slice(11, 16).split(':');
  return `${day} à\u00a0${Number(hour)}${HOUR_UNIT}${minute === '00' ? '' : `\u00a0${minute}`}`;
}
