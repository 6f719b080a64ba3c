import { afterEach, expect, it, vi } from 'vitest';
import { anEsclScanner } from '../builders/escl-scanner.ts';
import { aReturnedStack } from '../builders/returned-stack.ts';
import { useSane } from '../builders/sane.ts';
import { violations } from '../pages/axe.ts';
import { aReadyWindow } from '../pages/ready-window.ts';

afterEach(() => vi.unstubAllEnvs());

it(
  'a clerk scans a stack, takes a jam out and goes on by keyboard, then tries a page',
  { timeout: 120_000 },
  async () => {
    const scanner = await anEsclScanner();
    useSane({ airscan: { name: 'Accueil', url: scanner.url } });
    vi.stubEnv('XDG_CONFIG_HOME', '/nonexistent');
    const { page, call, complaints } = await aReadyWindow();
    const { files } = await aReturnedStack(call, { signed: 1, unsigned: 1 });
    const sides = files.map(({ bytes }) => bytes);
    scanner.load(sides, { kind: 'jam', atPage: 3 });

    await page.keyboard.press('Alt+r');
    await page.getByRole('heading', { name: 'Retours' }).waitFor();
    await page.keyboard.press('Alt+n');
    await page.locator('.scan-action button:focus').waitFor();
    const wrong = await violations(page);
    await page.keyboard.press('Enter');
    await page.getByText('Une feuille est coincée dans le chargeur.').waitFor();
    await page.getByText('2 pages lues et gardées.').waitFor();
    await page.locator('.scan-action button:focus').waitFor();
    wrong.push(...(await violations(page)));
    await page.emulateMedia({ colorScheme: 'dark' });
    wrong.push(...(await violations(page)));
    scanner.load(sides.slice(2));
    await page.keyboard.press('Enter');
    await page.getByText('1 page lue et gardée.').waitFor();

    await page.emulateMedia({ colorScheme: 'light' });
    await page.keyboard.press('Alt+u');
    await page.getByRole('tab', { name: 'Scanner' }).click();
    await page.getByRole('heading', { name: 'Scanner de ce poste' }).waitFor();
    scanner.load(sides.slice(0, 1));
    await page.keyboard.press('Alt+p');
    await page.getByText('Le scanner convient.', { exact: true }).waitFor();
    wrong.push(...(await violations(page)));

    const [stack] = await call('returns.stacks', {});
    const list = await call('returns.list', { stackId: stack?.id ?? '' });
    expect({ pages: list.map(({ file }) => file).sort(), wrong, complaints }).toEqual({
      pages: ['Page 1.jpg', 'Page 2.jpg', 'Page 3.jpg'],
      wrong: [],
      complaints: [],
    });
  },
);
