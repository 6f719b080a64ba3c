import { expect, test } from 'vitest';
import type { AppInfo } from './app-info.ts';

/** What support asks first. */
export function testAppInfo(adapter: string, appInfo: () => AppInfo): void {
  test(`${adapter} tells the version and the host`, () => {
    expect(appInfo()).toEqual({
      version: expect.stringMatching(/^\d+\.\d+\.\d+/) as string,
      host: expect.stringMatching(/\S/) as string,
    });
  });
}
