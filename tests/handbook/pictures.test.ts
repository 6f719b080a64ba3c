import { expect, it } from 'vitest';
import { aPhotographer, wordsOfPictures } from './pictures.ts';
import { followHandbook } from './tour.ts';

it('the screens that the handbook shows have the words of its pictures; else `npm run manual:shots` takes them again', async () => {
  const photographer = aPhotographer(process.env['MANUAL_SHOTS'] === '1');
  const { complaints } = await followHandbook(photographer);
  expect(complaints).toEqual([]);
  expect(photographer.words()).toEqual(wordsOfPictures());
}, 120_000);
