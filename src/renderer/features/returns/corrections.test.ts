import { expect, it } from 'vitest';
import { changesFrom } from './corrections.ts';

it('sends only what differs from the saved answers, and removes what was emptied', () => {
  const saved = new Map<string, unknown>([
    ['identification.birthName', 'EXEMPLE'],
    ['identification.phone', '0600000000'],
    ['identification.givenNames', 'Camille'],
  ]);
  const typed = new Map<string, unknown>([
    ['identification.birthName', 'EXEMPLE-TÉMOIN'],
    ['identification.phone', ''],
    ['identification.givenNames', 'Camille'],
    ['identification.usageName', ''],
  ]);
  expect(changesFrom(typed, (path) => saved.get(path))).toEqual({
    'identification.birthName': 'EXEMPLE-TÉMOIN',
    'identification.phone': null,
  });
});
