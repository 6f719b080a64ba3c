import { expect, it } from 'vitest';
import { aReturnedStack, WRITTEN_PHONE, type Fate, type ReturnedSheet } from '../builders/returned-stack.ts';
import { violations } from '../pages/axe.ts';
import { aReadyWindow, type ReadyWindow } from '../pages/ready-window.ts';
import { aReviewer, type Reviewer } from '../pages/review-page.ts';
import { aTypist, type Typist } from '../pages/typist.ts';

/** 60 pages: two sides of 24 sheets, one of 8, one page twice, a letter that is none of ours, a file cut short. */
const COUNTS: Partial<Record<Fate, number>> = {
  signed: 17,
  upsideDown: 3,
  corrected: 4,
  noted: 2,
  unsigned: 2,
  doubtful: 2,
  superseded: 2,
  twice: 1,
};
const STACK = { foreign: 1, damaged: 1 };

const QUESTION = 'Est-ce la signature du candidat ?';
const ANSWERS = ['Oui, comme sur sa pièce', 'Signée par un tiers'] as const;

async function readStack({ page, call }: ReadyWindow) {
  const { sheets, files } = await aReturnedStack(call, COUNTS, STACK);
  await page.keyboard.press('Alt+r');
  await page.getByRole('heading', { name: 'Retours' }).waitFor();
  await page
    .locator('input[type=file]')
    .setInputFiles(
      files.map(({ name, bytes }) => ({ name, mimeType: 'image/jpeg', buffer: Buffer.from(bytes) })),
    );
  await page.getByText(`0 sur ${files.length}`).waitFor({ timeout: 120_000 });
  return { sheets, files };
}

/** What a clerk does of each page, as she sees it: the panel names the candidate, or says what is wrong with the page. */
async function decide(
  { panel, isPlaced }: { panel: string; isPlaced: boolean },
  sheets: readonly ReturnedSheet[],
  typist: Typist,
  reviewer: Reviewer,
): Promise<void> {
  const sheet = sheets.find(({ name }) => name === panel);
  if (!sheet) return reviewer.refuse(REASONS_BY_PANEL[panel] ?? `Page imprévue : ${panel}`);
  switch (sheet.fate) {
    case 'corrected':
      // The keys are in the field that the red ink touches, its text selected; at the back there is nothing to type.
      if (isPlaced) {
        await typist.type(WRITTEN_PHONE);
        await typist.press('Escape');
      }
      return reviewer.accept();
    case 'unsigned':
      return reviewer.refuse('Signature manquante');
    case 'doubtful':
      return reviewer.ask(QUESTION);
    case 'signed':
    case 'noted':
    case 'upsideDown':
    case 'twice':
    case 'superseded':
      return reviewer.accept();
  }
}

const REASONS_BY_PANEL: Record<string, string> = {
  'Version périmée': 'Version périmée',
  'En double': 'Reçue deux fois',
  'Autre document': 'Pas une confirmation',
  'Non identifiée': 'Pas une confirmation',
  Illisible: 'Fichier abîmé',
};

/** Each state of a page once: not ours, without an image, to correct, with marks to look at, plain. */
const CHECKED_KINDS = new Set([
  'Non identifiée',
  'Illisible',
  'TÉMOIN Rouge',
  'TÉMOIN Annoté',
  'TÉMOIN Clair',
]);

/** What axe finds on the screen as it is, in both colours. */
async function wrongOn({ page }: ReadyWindow): Promise<string[]> {
  const light = await violations(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await violations(page);
  await page.emulateMedia({ colorScheme: 'light' });
  return [...light, ...dark.map((violation) => `dark: ${violation}`)];
}

/** The pages handed over: the first is accepted with an answer, the second refused; the clerk is alone at her station. */
async function answerQuestions(window: ReadyWindow, typist: Typist, reviewer: Reviewer): Promise<string[]> {
  const { page } = window;
  const wrong: string[] = [];
  await typist.press('Alt+ArrowLeft');
  await page.locator('.stack-item-asked:focus').waitFor();
  wrong.push(...(await wrongOn(window)));
  await typist.press('Enter');
  await page.getByRole('heading', { name: 'À un second regard' }).waitFor();
  await page.locator('.stack-start :focus').waitFor();
  await typist.press('c');
  for (const answer of ANSWERS) {
    const { address } = await reviewer.look();
    await page.getByText(QUESTION).waitFor();
    await page.locator('.decision textarea:focus').waitFor();
    if (answer === ANSWERS[0]) wrong.push(...(await wrongOn(window)));
    await typist.fill(answer);
    await typist.press('Space', 'Escape');
    if (answer === ANSWERS[0]) await reviewer.accept();
    else await reviewer.refuse(answer);
    await reviewer.moveOn(address);
  }
  return wrong;
}

/** Without the letter that tells one candidate from the next. */
function kindOf(panel: string): string {
  return panel.replace(/ [A-Z]$/, '');
}

it(
  'sixty returned pages are decided one by one from the worst, by keyboard alone, and nothing else changes',
  { timeout: 400_000 },
  async () => {
    const window = await aReadyWindow();
    const { page, call, complaints } = window;
    const typist = aTypist(page);
    const reviewer = aReviewer(page, typist);
    const { sheets, files } = await readStack(window);
    const before = new Map(
      await Promise.all(
        sheets.map(async ({ number }) => [number, await call('registrations.get', { number })] as const),
      ),
    );

    const wrong = await wrongOn(window);
    await typist.press('c');
    const order: string[] = [];
    for (let index = 0; index < files.length; index += 1) {
      const { panel, address } = await reviewer.look();
      const isPlaced = (await page.locator('.decision input:focus').count()) > 0;
      if (CHECKED_KINDS.has(kindOf(panel)) && !order.includes(kindOf(panel)))
        wrong.push(...(await wrongOn(window)));
      order.push(kindOf(panel));
      await decide({ panel, isPlaced }, sheets, typist, reviewer);
      await reviewer.moveOn(address);
    }
    await page.getByText('4 nouvelles versions').waitFor();
    wrong.push(...(await wrongOn(window)));
    wrong.push(...(await answerQuestions(window, typist, reviewer)));

    const [stack] = await call('returns.stacks', {});
    const summary = await call('returns.summary', { stackId: stack?.id ?? '' });
    const lines = await call('returns.list', { stackId: stack?.id ?? '' });
    expect({
      pages: files.length,
      complaints,
      wrong,
      summary,
      worstFirst: order.slice(0, 5).sort(),
      noted: lines.filter(({ name, unattachedMarks }) => name?.includes('Annoté') && unattachedMarks > 0)
        .length,
      refused: lines
        .filter(({ decision }) => decision === 'refused')
        .map(({ decisionReason }) => decisionReason)
        .sort(),
      asked: lines
        .filter(({ question }) => question !== null)
        .map(({ decision, askedBy, decidedBy, answer }) => ({ decision, askedBy, decidedBy, answer }))
        .sort((one, other) => one.decision.localeCompare(other.decision)),
    }).toMatchObject({
      pages: 60,
      complaints: [],
      wrong: [],
      summary: {
        pages: 60,
        waiting: 0,
        asked: 0,
        accepted: 52,
        refused: 8,
        byStatus: { matched: 55, superseded: 2, duplicate: 1, unidentified: 1, unreadable: 1 },
      },
      worstFirst: ['En double', 'Illisible', 'Non identifiée', 'Version périmée', 'Version périmée'],
      noted: 2,
      refused: [
        'Fichier abîmé',
        'Pas une confirmation',
        'Reçue deux fois',
        'Signature manquante',
        'Signature manquante',
        'Signée par un tiers',
        'Version périmée',
        'Version périmée',
      ],
      asked: [
        { decision: 'accepted', askedBy: 'agent.essai', decidedBy: 'agent.essai', answer: ANSWERS[0] },
        { decision: 'refused', askedBy: 'agent.essai', decidedBy: 'agent.essai', answer: ANSWERS[1] },
      ],
    });

    for (const sheet of sheets) {
      const was = before.get(sheet.number);
      const { version, answers, status } = await call('registrations.get', { number: sheet.number });
      const returns = await call('returns.ofFile', { number: sheet.number });
      expect({ name: sheet.name, version, answers, status, returns: returns.length }).toEqual({
        name: sheet.name,
        version: sheet.fate === 'corrected' ? 2 : was?.version,
        answers:
          sheet.fate === 'corrected' && was
            ? { ...was.answers, identification: { ...was.answers.identification, phone: '+33600000044' } }
            : was?.answers,
        ...outcomeOf(sheet, lines),
      });
    }
  },
);

/** A file is returned when a page of it that bears the signature was accepted, once. */
function outcomeOf(
  { name }: ReturnedSheet,
  lines: readonly { name: string | null; sheetPage: number | null; decision: string }[],
) {
  const accepted = lines.some(
    (line) => line.name === name && line.sheetPage === 1 && line.decision === 'accepted',
  );
  return accepted ? { status: 'returned', returns: 1 } : { status: 'awaitingReturn', returns: 0 };
}
