import { anAnswer } from '../builders/answers.ts';
import { aReturnedStack } from '../builders/returned-stack.ts';
import type { ReadyWindow } from '../pages/ready-window.ts';

const CARE = {
  'candidature.exam': 'bacPro',
  'candidature.category': 'continuingTraining',
  'candidature.disability': true,
  'candidature.disabilityRequest': 'existing',
  'qualification.specialtyCode': '40033007T',
  'examPapers.languages': { E4: 'Anglais' },
  'examPapers.physicalEducation': { status: 'exempt', choices: [] },
};
const CHILDCARE = {
  'candidature.exam': 'cap',
  'qualification.specialtyCode': '50033205T',
  'examPapers.physicalEducation': { status: 'fit', choices: ['Danse'] },
};

/** Names from the shortest to those that fill a column. */
const PEOPLE: readonly (readonly [birthName: string, givenNames: string, other: Record<string, unknown>])[] =
  [
    ['EXEMPLE', 'Camille Élodie', CARE],
    ['FICTIVE-DE-LA-LONGUERAIE', 'Anne-Charlotte Marie-Bernadette', CARE],
    ['ÉÇÀ', 'Zoé', CHILDCARE],
    ['ESSAI', 'Noël', CHILDCARE],
  ];

/** Addresses of the screens that show somebody. */
export interface ShownWork {
  number: string;
  candidateNumber: string;
  draftId: string;
  stackId: string;
  /** The page of the stack with red ink. */
  pageId: string;
}

/** A station in the middle of a morning: files in several states, a draft, prints, a stack read and not yet decided. */
export async function fillStation({ call, clock }: ReadyWindow): Promise<ShownWork> {
  const numbers: string[] = [];
  for (const [index, [birthName, givenNames, other]] of PEOPLE.entries()) {
    const answers = anAnswer({
      ...other,
      'identification.birthName': birthName,
      'identification.givenNames': givenNames,
      'identification.birthDate': `19${80 + index}-05-0${index + 1}`,
      'identification.email': `personne${index}@example.org`,
    });
    numbers.push((await call('registrations.register', { answers })).registrationNumber);
    clock.set(new Date(clock.nowMs() + 7 * 60_000).toISOString());
  }
  const [number = '', changed = ''] = numbers;
  await call('confirmations.print', { number });
  await call('registrations.amend', {
    number: changed,
    changes: { 'identification.phone': '06 00 00 00 77' },
  });
  const draftId = '5f2b4b64-2d0e-4d4e-9a43-0f4f4b6c1a11';
  await call('drafts.save', { id: draftId, answers: { ...anAnswer(CARE) }, step: 6 });
  const { files } = await aReturnedStack(call, { corrected: 1, signed: 1, unsigned: 1 }, { foreign: 1 });
  const { jobId, stackId } = await call('returns.read', { files });
  while ((await call('jobs.get', { id: jobId })).state === 'running')
    await new Promise((resolve) => setTimeout(resolve, 50));
  const { candidateNumber } = await call('registrations.get', { number });
  const pages = await call('returns.list', { stackId });
  const red = pages.find(({ name, sheetPage }) => name?.includes('Rouge') && sheetPage === 1);
  return { number, candidateNumber, draftId, stackId, pageId: red?.id ?? '' };
}
