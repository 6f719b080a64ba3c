import { expect, it } from 'vitest';
import type { Conflict } from '#shared/contract/conflicts.ts';
import { acceptedPaths, isWholeChosen } from './choices.ts';

const field = (path: string, isContested: boolean) => ({ path, current: 'a', proposed: 'b', isContested });
const conflict = (proposes: Conflict['proposes']) =>
  ({ proposes, fields: [field('phone', true), field('locality', false)] }) as Conflict;

it('asks for a choice where answers contradict, and takes what waited with them', () => {
  expect([
    isWholeChosen(conflict('answers'), {}),
    isWholeChosen(conflict('answers'), { phone: 'current' }),
    acceptedPaths(conflict('answers'), { phone: 'current' }),
    acceptedPaths(conflict('answers'), { phone: 'proposed', locality: 'current' }),
  ]).toEqual([false, true, ['locality'], ['phone']]);
});

it('of a withdrawal asks one thing: does the file end', () => {
  expect([
    isWholeChosen(conflict('end'), {}),
    acceptedPaths(conflict('end'), { 'file.status': 'proposed' }),
    acceptedPaths(conflict('end'), { 'file.status': 'current' }),
  ]).toEqual([false, ['file.status'], []]);
});
