import { expect, it } from 'vitest';
import { aReadyWindow } from '../pages/ready-window.ts';
import { atStep, beginRegistration, chooseFromList } from '../pages/registration-page.ts';
import { aTypist } from '../pages/typist.ts';

it('a person born abroad gives country, town and parents, a foreign telephone, and no commune, by keyboard', async () => {
  const { page, call, complaints } = await aReadyWindow();
  const typist = aTypist(page);
  await beginRegistration(page, typist);
  await atStep(page, 'Identification');
  await typist.press('ArrowRight', 'Tab');
  await typist.fill('EXEMPLE', '', 'Łucja', '12041990');
  await typist.press('Control+a');
  await typist.type('Polo');
  await chooseFromList(page, typist, 'Pologne');
  await typist.press('Tab');
  await typist.fill('Łódź');
  await typist.press('Control+a');
  await typist.type('Polo');
  await chooseFromList(page, typist, 'Pologne');
  await typist.press('Tab');
  await typist.fill('', 'FICTIVE Maria', '12 rue de l’Exemple', '', '06000');
  await typist.type('Nice');
  await chooseFromList(page, typist, /^Nice/);
  await typist.press('Tab', 'Tab');
  await typist.fill('+48 500 000 001', 'lucja.exemple@example.org');
  await typist.press('Control+Enter');
  await atStep(page, 'Infos candidature');

  const [draft] = await call('drafts.list', {});
  const { problems } = await call('registrations.check', { answers: draft!.answers });
  expect({
    identification: draft!.answers['identification'],
    problems: problems.filter(({ path }) => path.startsWith('identification')),
    complaints,
  }).toEqual({
    identification: expect.objectContaining({
      birthCountry: 'PL',
      birthTown: 'Łódź',
      nationality: 'PL',
      motherName: 'FICTIVE Maria',
      locality: 'Nice',
      addressCountry: 'FR',
      phone: '+48 500 000 001',
    }) as unknown,
    problems: [],
    complaints: [],
  });
});
