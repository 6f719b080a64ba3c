import { expect, it } from 'vitest';
import { agreed, counted } from './counted.ts';

it('counts as French does: the plural begins at two, thousands stand apart', () => {
  const counts = [0, 1, 2, 1_200].map((count) => counted(count, 'opération reçue').replaceAll('\u202f', ' '));
  expect(counts).toEqual([
    '0 opération reçue',
    '1 opération reçue',
    '2 opérations reçues',
    '1 200 opérations reçues',
  ]);
});

it('takes the plural it is given where an s does not make it', () => {
  expect([counted(3, 'déjà reçue', 'déjà reçues'), agreed(2, 'travail', 'travaux')]).toEqual([
    '3 déjà reçues',
    'travaux',
  ]);
});
