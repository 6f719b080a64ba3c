import type { Page } from 'playwright-core';
import type { Typist } from './typist.ts';

/** Someone at the Retours screen who never touches the mouse. */
export interface Reviewer {
  /** The page on screen, once it can be decided and the keys are in it: what its panel is called, and its address. */
  look(): Promise<{ panel: string; address: string }>;
  /** Accepts a signed page, or the back of one: what the reader doubted is ticked, the marks that touch no field are looked at. */
  accept(): Promise<void>;
  refuse(reason: string): Promise<void>;
  ask(question: string): Promise<void>;
  /** The next page, or the summary when there is none: an address other than this one. */
  moveOn(from: string): Promise<void>;
}

export function aReviewer(page: Page, typist: Typist): Reviewer {
  const panel = page.getByRole('group', { name: /^Décision/ });
  const sayIn = async (title: string, text: string) => {
    const dialog = page
      .getByRole('dialog', { name: title })
      .or(page.getByRole('alertdialog', { name: title }));
    await dialog.locator('textarea:focus').waitFor();
    await typist.type(text);
    await typist.press('Control+Enter');
  };
  return {
    async look() {
      await page.locator('.decision:focus, .decision :focus').first().waitFor();
      const name = await panel.getAttribute('aria-label');
      return { panel: name?.replace('Décision : ', '') ?? '', address: page.url() };
    },
    async accept() {
      const unticked = panel.getByRole('checkbox', { name: /^(Signée|Datée)/, checked: false });
      while ((await unticked.count()) > 0) {
        await unticked.first().focus();
        await typist.press('Space');
      }
      while ((await panel.getByText(/à regarder$/).count()) > 0) await typist.press('v');
      await panel.getByRole('button', { name: /^Accepter/, disabled: false }).waitFor();
      await typist.press('a');
    },
    async refuse(reason) {
      await typist.press('r');
      await sayIn('Refuser cette page', reason);
    },
    async ask(question) {
      await typist.press('q');
      await sayIn('Demander un second regard', question);
    },
    moveOn: (from) => page.waitForURL((url) => url.href !== from),
  };
}
