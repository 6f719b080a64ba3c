import { beforeEach, describe, expect, it } from 'vitest';
import { anAnswer } from '../builders/answers.ts';
import { aReadyWindow, type ReadyWindow } from '../pages/ready-window.ts';

const DRAFT = '5f2b4b64-2d0e-4d4e-9a43-0f4f4b6c1a31';
const PASTRY_COOK = '50022141S';

let window: ReadyWindow;
beforeEach(async () => {
  window = await aReadyWindow();
});

/** A form taken up at a step, with one of its lists. */
async function aListAt(step: number, label: string, answers = anAnswer()) {
  await window.call('drafts.save', { id: DRAFT, answers: { ...answers }, step });
  const { page } = window;
  await page.goto(new URL(`#/registration/${DRAFT}`, page.url()).href);
  const field = page.getByRole('combobox', { name: label }).first();
  await field.waitFor();
  const option = (name: string | RegExp) => page.getByRole('option', { name }).first();
  return {
    field,
    option,
    keys: page.keyboard,
    listIsShut: () => page.getByRole('listbox').waitFor({ state: 'detached' }),
    /** Where the option is, so that the mouse can come back to rest there. */
    async clickOn(name: string | RegExp) {
      await option(name).click();
      const { x, y, width } = (await field.boundingBox()) ?? { x: 0, y: 0, width: 0 };
      await page.mouse.move(x + width / 2, y + 120, { steps: 5 });
    },
  };
}

/** What the form holds, once what was typed is kept. */
async function kept(): Promise<{
  identification: Record<string, string>;
  qualification: Record<string, string>;
}> {
  await window.page.getByText('Brouillon gardé').waitFor();
  const { answers } = await window.call('drafts.get', { id: DRAFT });
  return answers as Awaited<ReturnType<typeof kept>>;
}

describe('a specialty', () => {
  const LABEL = 'Spécialité';
  const blank = anAnswer({ 'qualification.specialtyCode': null });

  it('taken with the mouse stays the one taken, wherever the mouse rests when Tab leaves', async () => {
    const { field, clickOn, listIsShut, keys } = await aListAt(3, LABEL, blank);
    await field.pressSequentially('p');
    await clickOn(/^Pâtissier/);
    await listIsShut();
    await keys.press('Tab');
    const { specialtyCode } = (await kept()).qualification;
    expect({ shown: await field.inputValue(), specialtyCode }).toEqual({
      shown: 'Pâtissier',
      specialtyCode: PASTRY_COOK,
    });
  });

  it('taken with the keyboard stays the one taken', async () => {
    const { field, option, listIsShut, keys } = await aListAt(3, LABEL, blank);
    await field.pressSequentially('patis');
    await option(/^Pâtissier/).waitFor();
    await keys.press('ArrowDown');
    await keys.press('Enter');
    await listIsShut();
    await keys.press('Tab');
    const { specialtyCode } = (await kept()).qualification;
    expect({ shown: await field.inputValue(), specialtyCode }).toEqual({
      shown: 'Pâtissier',
      specialtyCode: PASTRY_COOK,
    });
  });

  it.each(['Escape', 'Tab'])('typed over and left by %s is again the last one taken', async (key) => {
    const { field, option, listIsShut, keys } = await aListAt(3, LABEL);
    await field.fill('vêtement');
    await option(/^Métiers de la mode/).hover();
    await keys.press(key);
    await listIsShut();
    await keys.press('Tab');
    const { specialtyCode } = (await kept()).qualification;
    expect({ shown: await field.inputValue(), specialtyCode }).toEqual({
      shown: 'Pâtissier',
      specialtyCode: PASTRY_COOK,
    });
  });

  it('typed and never taken is visibly empty', async () => {
    const { field, option, keys } = await aListAt(3, LABEL, blank);
    await field.pressSequentially('patis');
    await option(/^Pâtissier/).hover();
    await keys.press('Tab');
    await window.page.getByText('Cette réponse est obligatoire').first().waitFor();
    expect(await field.inputValue()).toBe('');
  });
});

describe('a commune', () => {
  const LABEL = 'Commune de naissance';

  it('taken with the mouse stays the one taken, with its code, and shuts its list', async () => {
    const { field, clickOn, listIsShut, keys } = await aListAt(1, LABEL);
    await field.fill('Cann');
    await clickOn(/^Cannes\b/);
    await listIsShut();
    await keys.press('Tab');
    const { birthTown, birthCommuneCode } = (await kept()).identification;
    expect({ birthTown, birthCommuneCode }).toEqual({ birthTown: 'Cannes', birthCommuneCode: '06029' });
  });

  it('typed over and left by Tab is what was typed, without the code of another', async () => {
    const { field, option, keys } = await aListAt(1, LABEL);
    await field.fill('Cann');
    await option(/^Cannes\b/).hover();
    await keys.press('Tab');
    const { birthTown, birthCommuneCode } = (await kept()).identification;
    expect({ birthTown, birthCommuneCode }).toEqual({ birthTown: 'Cann', birthCommuneCode: undefined });
  });
});

it('a country typed over and left by Tab is again the last one taken', async () => {
  const { field, option, keys } = await aListAt(1, 'Pays de naissance');
  await field.fill('ital');
  await option('Italie').hover();
  await keys.press('Tab');
  const { birthCountry } = (await kept()).identification;
  expect({ shown: await field.inputValue(), birthCountry }).toEqual({ shown: 'France', birthCountry: 'FR' });
});
