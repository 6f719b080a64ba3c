import { expect, test } from 'vitest';
import { dataFolder, programFolders } from './program-folders.ts';

test('a program’s files go where each system wants them', () => {
  expect([
    programFolders('linux', {}, '/home/camille'),
    programFolders('linux', { XDG_DATA_HOME: '/data', XDG_CONFIG_HOME: '/config' }, '/home/camille'),
    programFolders('darwin', {}, '/Users/camille'),
  ]).toEqual([
    { data: '/home/camille/.local/share/guichet', settings: '/home/camille/.config/guichet' },
    { data: '/data/guichet', settings: '/config/guichet' },
    {
      data: '/Users/camille/Library/Application Support/Guichet/data',
      settings: '/Users/camille/Library/Application Support/Guichet/settings',
    },
  ]);
});

test.for<NodeJS.Platform>(['linux', 'darwin', 'win32'])(
  'on %s the key never lies in the data folder',
  (platform) => {
    const { data, settings } = programFolders(platform, {}, '/home/camille');

    expect(settings.startsWith(data)).toBe(false);
  },
);

test('--data names another folder, in both spellings, whatever else is said', () => {
  expect([
    dataFolder(['--data', '/tmp/essai']),
    dataFolder(['.', '--data=/tmp/essai', '--no-sandbox']),
    dataFolder(['--no-sandbox']),
  ]).toEqual(['/tmp/essai', '/tmp/essai', programFolders().data]);
});
