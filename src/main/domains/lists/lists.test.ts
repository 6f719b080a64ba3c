import { describe, expect, it } from 'vitest';
import type { CommandInput } from '#shared/contract/index.ts';
import { anAnswer } from '../../../../tests/builders/answers.ts';
import { aStation, type TestStation } from '../../../../tests/builders/station.ts';

const PEOPLE = [
  { 'identification.birthName': 'ÉPREUVE', 'candidature.category': 'formerPupil' },
  { 'identification.birthName': 'ESSAI', 'candidature.counterReason': 'help' },
  {
    'identification.birthName': 'DÉMONSTRATION',
    'candidature.exam': 'bp',
    'qualification.specialtyCode': '45033608T',
  },
];

/** Three people, one a day from 18 November at 23:30 in Paris, which is 22:30 in Greenwich. */
async function aStationWithPeople(): Promise<TestStation & { numbers: string[] }> {
  const station = await aStation();
  const numbers: string[] = [];
  for (const [index, person] of PEOPLE.entries()) {
    station.clock.set(`2026-11-${18 + index}T22:30:00Z`);
    const answers = anAnswer({ ...person, 'identification.email': `personne${index}@example.org` });
    numbers.push((await station.call('registrations.register', { answers })).registrationNumber);
  }
  return { ...station, numbers };
}

describe('the list of registrations', () => {
  it('is by name, with how many there are by exam and state', async () => {
    const { call } = await aStationWithPeople();
    const { rows, total, totals, nextCursor } = await call('registrations.list', {});
    expect({ names: rows.map((row) => row.birthName), total, totals, nextCursor }).toEqual({
      names: ['DÉMONSTRATION', 'ÉPREUVE', 'ESSAI'],
      total: 3,
      totals: [
        { exam: 'bp', status: 'awaitingReturn', count: 1 },
        { exam: 'cap', status: 'awaitingReturn', count: 2 },
      ],
      nextCursor: null,
    });
  });

  it.each<[string, NonNullable<CommandInput<'registrations.list'>['filters']>, string[]]>([
    ['the exam', { exams: ['bp'] }, ['DÉMONSTRATION']],
    ['two exams', { exams: ['bp', 'cap'] }, ['DÉMONSTRATION', 'ÉPREUVE', 'ESSAI']],
    ['the specialty', { specialtyCode: '45033608T' }, ['DÉMONSTRATION']],
    ['the category', { category: 'formerPupil' }, ['ÉPREUVE']],
    ['the campaign', { campaignId: 'nice-2025' }, []],
    ['the clerk', { clerk: 'Agent Essai', exams: ['cap'] }, ['ÉPREUVE', 'ESSAI']],
    ['local days, both included', { registeredFrom: '2026-11-19', registeredTo: '2026-11-19' }, ['ESSAI']],
    ['what waits to be sent', { syncState: 'pending' }, ['DÉMONSTRATION', 'ÉPREUVE', 'ESSAI']],
    ['what the centre received', { syncState: 'acknowledged' }, []],
    ['files that are not complete', { isComplete: false, exams: ['bp'] }, ['DÉMONSTRATION']],
    ['complete files', { isComplete: true }, []],
    ['locked files', { isLocked: true }, []],
    ['beginnings of names in any order', { text: 'domi epr' }, ['ÉPREUVE']],
    ['an e-mail', { text: 'personne1@' }, ['ESSAI']],
    ['a birth date', { text: '3/2/1992', exams: ['bp'] }, ['DÉMONSTRATION']],
    ['a text that is only signs', { text: '«»' }, []],
  ])('narrows by %s', async (_what, filters, expected) => {
    const { call } = await aStationWithPeople();
    const { rows, total } = await call('registrations.list', { filters });
    expect([rows.map((row) => row.birthName), total]).toEqual([expected, expected.length]);
  });

  it('finds a file by either number', async () => {
    const { call, numbers } = await aStationWithPeople();
    const [number = ''] = numbers;
    const { candidateNumber } = await call('registrations.get', { number });
    const byNumber = await call('registrations.list', { filters: { text: number } });
    const byCandidate = await call('registrations.list', { filters: { text: candidateNumber } });
    expect([byNumber.rows, byCandidate.rows].map((rows) => rows.map((row) => row.birthName))).toEqual([
      ['ÉPREUVE'],
      ['ÉPREUVE'],
    ]);
  });

  it.each([false, true])(
    'goes from page to page without missing or repeating anyone (descending: %s)',
    async (isDescending) => {
      const { call } = await aStationWithPeople();
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await call('registrations.list', {
          sort: { by: 'status', isDescending },
          page: { size: 1, cursor },
        });
        seen.push(...page.rows.map((row) => row.birthName));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      expect(seen.toSorted()).toEqual(['DÉMONSTRATION', 'ESSAI', 'ÉPREUVE'].toSorted());
    },
  );

  it('refuses a cursor that no page gave', async () => {
    const { failure } = await aStation();
    const error = await failure('registrations.list', { page: { cursor: '{"drop":1}' } });
    expect([error.code, error.fields]).toEqual([
      'invalid-input',
      [{ path: 'page.cursor', code: 'bad-format' }],
    ]);
  });

  it('offers the clerks who registered someone', async () => {
    const { call } = await aStationWithPeople();
    expect(await call('lists.choices', {})).toEqual({ clerks: ['Agent Essai'] });
  });
});

describe('a saved view', () => {
  it('comes back with its filters, is replaced under its name, and goes away', async () => {
    const { call } = await aStation();
    await call('views.save', { name: 'À relancer', filters: { statuses: ['awaitingReturn'] } });
    const { id } = await call('views.save', {
      name: 'À relancer',
      isShared: true,
      filters: { exams: ['cap'] },
      sort: { by: 'registeredAt', isDescending: true },
    });
    const kept = await call('views.list', {});
    await call('views.discard', { id });
    expect([kept, await call('views.list', {})]).toEqual([
      [
        {
          id,
          name: 'À relancer',
          isShared: true,
          isOwn: true,
          filters: { exams: ['cap'], statuses: [], text: '' },
          sort: { by: 'registeredAt', isDescending: true },
        },
      ],
      [],
    ]);
  });

  it('that does not exist cannot be discarded', async () => {
    const { failure } = await aStation();
    expect((await failure('views.discard', { id: 'x' })).code).toBe('unknown-view');
  });
});
