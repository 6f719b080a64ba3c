import { expect, test } from 'vitest';
import { glyphOf } from './alphabet.ts';

const WRITABLE = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789àâçéèêëîïôùûüÿœŒÉÀÇ/.,-'@";

test('the hand knows every letter of French, the digits and the signs of a date', () => {
  const unknown = [...WRITABLE].filter((letter) => glyphOf(letter).strokes.length === 0);
  expect(unknown).toEqual([]);
});

test('an accent is one more stroke, higher over a capital', () => {
  const top = (letter: string): number =>
    Math.max(
      ...glyphOf(letter)
        .strokes.flat()
        .map((point) => point.y),
    );
  expect([glyphOf('é').strokes.length, glyphOf('e').strokes.length, top('é'), top('É')]).toEqual([
    2, 1, 16, 22,
  ]);
});
