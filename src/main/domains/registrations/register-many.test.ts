import { describe, expect, it } from 'vitest';
import { anAnswer } from '../../../../tests/builders/answers.ts';
import { aStation } from '../../../../tests/builders/station.ts';

const person = (name: string) =>
  anAnswer({ 'identification.birthName': name, 'identification.email': `${name}@example.org` });

describe('many registrations at once', () => {
  it('are each saved or refused, in order, and one refused takes nothing from the others', async () => {
    const { call } = await aStation();
    const wrong = { ...person('FICTIF'), candidature: {} };
    const results = await call('registrations.registerMany', {
      answers: [person('EXEMPLE'), wrong, 7, person('TÉMOIN')],
    });
    const found = await call('registrations.search', { query: '' });
    expect([results.map((result) => result.ok), found.map(({ birthName }) => birthName)]).toEqual([
      [true, false, false, true],
      ['TÉMOIN', 'EXEMPLE'],
    ]);
  });

  it('take consecutive numbers: a refused one burns none', async () => {
    const { call } = await aStation();
    const results = await call('registrations.registerMany', {
      answers: [person('EXEMPLE'), {}, person('TÉMOIN')],
    });
    const counters = results.flatMap((result) =>
      result.ok ? [result.value.registrationNumber.slice(7, 13)] : [],
    );
    expect(counters).toEqual(['000001', '000002']);
  });

  it('know the person whom a line before registered', async () => {
    const { call } = await aStation();
    const results = await call('registrations.registerMany', {
      answers: [person('EXEMPLE'), person('EXEMPLE')],
    });
    const [, second] = results;
    expect(second?.ok === false && second.error.fields?.map(({ code }) => code)).toEqual([
      'one-registration-per-exam',
    ]);
  });
});
