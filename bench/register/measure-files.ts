import type { Figure } from '../figures.ts';
import type { BenchStation } from './bench-station.ts';
import { diplomaList } from './diploma-list.ts';
import { inventedAnswers, inventedNewcomer, type InventedPerson } from './invented-people.ts';
import { p95Of, timed } from './timing.ts';

const SAVED = 200;
const LISTED = 40;

/** What a clerk waits for with a person before her: a file opened, answers judged, a registration on disk. */
export async function measureFiles(
  { call }: BenchStation,
  people: readonly InventedPerson[],
  firstUnused: number,
): Promise<Figure[]> {
  const opened: number[] = [];
  for (const { email } of people) {
    const [found] = await call('registrations.search', { query: email });
    if (found)
      opened.push(await timed(() => call('registrations.get', { number: found.registrationNumber })));
  }
  const judged: number[] = [];
  const saved: number[] = [];
  for (let number = firstUnused; number < firstUnused + SAVED; number += 1) {
    const answers = inventedAnswers(inventedNewcomer(number), number);
    judged.push(await timed(() => call('registrations.check', { answers })));
    saved.push(await timed(() => call('registrations.register', { answers })));
  }
  return [p95Of('open-file-p95', opened), p95Of('check-p95', judged), p95Of('durable-save-p95', saved)];
}

/** One day's registrations, the first page: about 10,000 in the whole base. */
export async function measureList({ call }: BenchStation, day: string): Promise<Figure[]> {
  const times: number[] = [];
  let total = 0;
  for (let count = 0; count < LISTED; count += 1) {
    const sort = { by: count % 2 === 0 ? ('name' as const) : ('registeredAt' as const) };
    const filters = { registeredFrom: day, registeredTo: day };
    times.push(
      await timed(async () => {
        ({ total } = await call('registrations.list', { filters, sort }));
      }),
    );
  }
  return [
    p95Of('filtered-list-p95', times),
    { name: 'filtered-list-rows', value: total, unit: 'rows', n: 1 },
  ];
}

export async function measureImport({ call }: BenchStation): Promise<Figure[]> {
  const content = diplomaList(577);
  const ms = await timed(() => call('reference.import', { fileName: 'diplomes.csv', content }));
  return [{ name: 'import-diplomas', value: ms / 1000, unit: 's', n: 577 }];
}
