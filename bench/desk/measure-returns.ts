import type { Figure } from '../figures.ts';
import type { DeskWindow } from './desk-window.ts';
import type { Prepared } from './prepare-station.ts';
import { waitsOf } from './waits.ts';

/** From the moment the window gets a page of 300 dpi in colours to what was read of it, ready to be decided. */
export async function measureReturns(window: DeskWindow, { pages }: Prepared): Promise<Figure[]> {
  const { page, typist, waitFor } = window;
  const times: number[] = [];
  for (const { candidate, jpeg } of pages) {
    await typist.press('Alt+a');
    await page.getByRole('heading', { name: 'Accueil', level: 1 }).waitFor();
    await typist.press('Alt+r');
    await page.getByRole('heading', { name: 'Retours', level: 1 }).waitFor();
    const file = { name: `${candidate}.jpg`, mimeType: 'image/jpeg', buffer: Buffer.from(jpeg) };
    const give = () => page.locator('input[type=file]').setInputFiles(file);
    const shown = {
      present: [{ selector: 'main', text: '1 à traiter' }, { selector: '.stack-start :focus' }],
    };
    times.push(await waitFor(give, shown, 'change'));
  }
  return waitsOf('scanned-page-matched', times);
}
