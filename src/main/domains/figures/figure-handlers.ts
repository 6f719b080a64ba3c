import type { Figures } from '#shared/contract/figures.ts';
import type { Handlers, StationContext } from '#main/context.ts';
import { stationTimeZone, whereOf } from '#main/domains/lists/index.ts';
import { mayReadHealth } from '#shared/rights.ts';
import type { ListFilters } from '#shared/contract/lists.ts';
import type { Reference } from '#main/domains/reference/index.ts';
import { closingsOf } from './closings.ts';
import { countByDay } from './count-by-day.ts';
import { countAlike, countByModality } from './count-files.ts';

export function figureHandlers(reference: Reference): Handlers<'figures.get'> {
  return { 'figures.get': ({ filters }, context) => figuresOf(context, reference, filters) };
}

function figuresOf(context: StationContext, reference: Reference, filters: ListFilters): Figures {
  const { database } = context;
  const timeZone = stationTimeZone(database, reference);
  const where = whereOf(filters, timeZone);
  const alike = countAlike(database, where);
  const byDay = countByDay(database, where, timeZone);
  const label = (code: string) => reference.findSpecialty(code)?.label ?? code;
  return {
    total: alike.reduce((sum, { count }) => sum + count, 0),
    byDay,
    byExam: added(alike, ({ exam }) => exam).map(([exam, count]) => ({ exam, count })),
    bySpecialty: addedSpecialties(alike).map(({ code, exam, count }) => ({
      exam,
      code,
      label: label(code),
      count,
    })),
    byClerk: added(alike, ({ clerk }) => clerk).map(([clerk, count]) => ({ clerk, count })),
    byStatus: added(alike, ({ status }) => status).map(([status, count]) => ({ status, count })),
    byReason: added(alike, ({ reason }) => reason).map(([reason, count]) => ({ reason, count })),
    isReasonReserved: !mayReadHealth(context.agent.role),
    byModality: countByModality(database, where),
    peak: byDay.reduce<Figures['peak']>((most, day) => (most && most.count >= day.count ? most : day), null),
    closings: closingsOf(context, reference),
  };
}

/** Counts added up by a key, the largest first. */
function added<Item extends { count: number }, Key>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): [Key, number][] {
  const sums = new Map<Key, number>();
  for (const item of items) sums.set(keyOf(item), (sums.get(keyOf(item)) ?? 0) + item.count);
  return [...sums].filter(([, sum]) => sum > 0).sort(([, a], [, b]) => b - a);
}

function addedSpecialties(items: ReturnType<typeof countAlike>) {
  const byKey = new Map(items.map((item) => [`${item.exam} ${item.specialtyCode}`, item]));
  return added(items, ({ exam, specialtyCode }) => `${exam} ${specialtyCode}`).flatMap(([key, count]) => {
    const item = byKey.get(key);
    return item ? [{ code: item.specialtyCode, exam: item.exam, count }] : [];
  });
}
