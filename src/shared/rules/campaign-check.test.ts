import { describe, expect, test } from 'vitest';
import type { Academy, Specialty } from '../contract/reference.ts';
import { checkCampaign, type CampaignFacts } from './campaign-check.ts';

const WINDOW = {
  exams: ['bacPro', 'bp'],
  opensAt: '2023-10-30',
  closesAt: '2023-11-27T17:00',
  confirmationReturn: { opensAt: '2023-10-30', deadline: { kind: 'fixed', at: '2023-12-04' } },
};

const CAMPAIGN = {
  schema: 1,
  id: 'exemple-2024',
  title: 'Campagne d’exemple',
  academyCode: '98',
  academyName: 'Académie d’exemple',
  timeZone: 'Indian/Reunion',
  session: 2024,
  source: 'Notice inventée',
  service: { name: 'Service d’exemple', addressLines: [] },
  windows: [WINDOW],
  returnModalities: ['post'],
  redPen: { policy: 'all', fieldClasses: ['identity'] },
  acknowledgesReturns: false,
  sendsReminders: false,
  r408DueOn: null,
  specificNotices: [],
  portfolios: [],
  links: { portal: 'https://portail.exemple.example/' },
  texts: {
    statement: 'Je certifie exact.',
    redPen: 'Au stylo rouge.',
    afterClosing: 'Plus rien ensuite.',
    noReturn: 'Annulée.',
    returnBy: 'Par courrier.',
    notes: [],
  },
};

const faultsOf = (changes: object) => checkCampaign({ ...CAMPAIGN, ...changes }).faults;
const faultsOfWindow = (changes: object) => faultsOf({ windows: [{ ...WINDOW, ...changes }] });
const returns = (opensAt: string | undefined, deadline: object) => ({
  confirmationReturn: { opensAt, deadline },
});

describe('a sound campaign', () => {
  test('comes back whole, with its defaults', () => {
    const { campaign, faults } = checkCampaign(CAMPAIGN);
    expect({ faults, id: campaign?.id, training: campaign?.training }).toEqual({
      faults: [],
      id: 'exemple-2024',
      training: false,
    });
  });

  test('may have no window, no session and a closing that is not fixed', () => {
    const open = {
      ...WINDOW,
      closesAt: null,
      confirmationReturn: { deadline: { kind: 'afterClosing', days: 7 } },
    };
    expect([faultsOf({ windows: [], session: null }), faultsOf({ windows: [open] })]).toEqual([[], []]);
  });

  test('may open the same exam twice when one period ends before the other begins', () => {
    const autumn = {
      ...WINDOW,
      opensAt: '2023-11-27T17:00',
      closesAt: '2023-12-01',
      confirmationReturn: { deadline: { kind: 'afterClosing', days: 0 } },
    };
    expect(faultsOf({ windows: [WINDOW, autumn] })).toEqual([]);
  });
});

describe('the form of the file', () => {
  test('each fault is a French sentence at its path', () => {
    const { texts, ...rest } = CAMPAIGN;
    const file = {
      ...rest,
      id: 'Nice 2025',
      session: '2024',
      acknowledgesReturns: 'non',
      returnModalities: ['fax'],
      couleur: 'rouge',
    };
    const { statement: _statement, ...someTexts } = texts;
    expect(checkCampaign({ ...file, texts: someTexts }).faults).toEqual([
      { path: 'id', message: 'Écrivez un identifiant en minuscules, chiffres et tirets : nice-2025.' },
      { path: 'session', message: 'Il faut ici un nombre.' },
      { path: 'returnModalities.0', message: 'Valeurs admises : post, upload, counter.' },
      { path: 'acknowledgesReturns', message: 'Il faut ici true ou false.' },
      { path: 'texts.statement', message: 'Cette rubrique manque.' },
      { path: 'couleur', message: 'Cette rubrique n’existe pas ; vérifiez son orthographe.' },
    ]);
  });

  test('lengths, dates and kinds are told with what is admitted', () => {
    const window = {
      ...WINDOW,
      exams: [],
      opensAt: '30/10/2023',
      confirmationReturn: { deadline: { kind: 'later' } },
    };
    expect(faultsOf({ windows: [window], title: 'x'.repeat(201), r408DueOn: 'mars' })).toEqual([
      { path: 'title', message: 'Trop long : 200 au plus.' },
      { path: 'windows.0.exams', message: 'Trop court : 1 au moins.' },
      {
        path: 'windows.0.opensAt',
        message: 'Écrivez une date, et au besoin une heure : 2024-11-04 ou 2024-11-04T15:00.',
      },
      {
        path: 'windows.0.confirmationReturn.deadline.kind',
        message: 'La rubrique « kind » n’a pas une valeur admise.',
      },
      { path: 'r408DueOn', message: 'Écrivez une date : 2025-03-14.' },
    ]);
  });

  test('a file that is no object at all is one fault', () => {
    expect(checkCampaign('nice').faults).toEqual([
      { path: '', message: 'Il faut ici un objet entre accolades.' },
    ]);
  });
});

describe('what the form cannot tell', () => {
  test('a time zone must exist', () => {
    expect(faultsOf({ timeZone: 'Europe/Nice' })).toEqual([
      {
        path: 'timeZone',
        message:
          'Le fuseau « Europe/Nice » est inconnu ; écrivez par exemple Europe/Paris ou Indian/Reunion.',
      },
    ]);
  });

  test('each date and hour must exist', () => {
    const window = {
      opensAt: '2023-02-30',
      closesAt: '2023-11-27T24:30',
      ...returns('2023-10-32', { kind: 'fixed', at: '2023-13-04' }),
    };
    expect(faultsOfWindow(window).map(({ path }) => path)).toEqual([
      'windows.0.opensAt',
      'windows.0.closesAt',
      'windows.0.confirmationReturn.opensAt',
      'windows.0.confirmationReturn.deadline.at',
    ]);
  });

  test('the closing must follow the opening', () => {
    expect(faultsOfWindow({ opensAt: '2023-11-27T17:00' })).toEqual([
      {
        path: 'windows.0.closesAt',
        message: 'La clôture doit suivre l’ouverture (lundi 27 novembre 2023 à\u00a017\u00a0h).',
      },
    ]);
  });

  test('a fixed return deadline must not precede the closing', () => {
    expect(faultsOfWindow(returns(undefined, { kind: 'fixed', at: '2023-11-26' }))).toEqual([
      {
        path: 'windows.0.confirmationReturn.deadline',
        message:
          'La date limite de retour précède la clôture des inscriptions (lundi 27 novembre 2023 à\u00a017\u00a0h).',
      },
    ]);
  });

  test('a return deadline on the very day of the closing is sound: it ends with the day', () => {
    expect(faultsOfWindow(returns(undefined, { kind: 'fixed', at: '2023-11-27' }))).toEqual([]);
  });

  test.each([
    ['fixed', { kind: 'fixed', at: '2023-12-04' }],
    ['after the closing', { kind: 'afterClosing', days: 7 }],
  ])('returns must open before their deadline (%s)', (_kind, deadline) => {
    expect(faultsOfWindow(returns('2023-12-05', deadline))).toEqual([
      {
        path: 'windows.0.confirmationReturn.opensAt',
        message: 'L’ouverture des retours suit leur date limite (lundi 4 décembre 2023).',
      },
    ]);
  });

  test('two periods of the same exam must not overlap', () => {
    const late = { ...WINDOW, exams: ['cap', 'bp'], opensAt: '2023-11-27T16:59', closesAt: '2023-12-01' };
    const returned = { ...late, confirmationReturn: { deadline: { kind: 'afterClosing', days: 7 } } };
    expect(faultsOf({ windows: [WINDOW, returned] })).toEqual([
      { path: 'windows.1', message: 'Pour l’examen « bp », cette période chevauche la période n° 1.' },
    ]);
  });

  test('a period without a closing overlaps every later one of its exam', () => {
    const endless = {
      ...WINDOW,
      closesAt: null,
      confirmationReturn: { deadline: { kind: 'afterClosing', days: 7 } },
    };
    const later = { ...WINDOW, opensAt: '2023-11-28', closesAt: '2023-11-30' };
    expect(faultsOf({ windows: [endless, later] }).map(({ path }) => path)).toEqual([
      'windows.1',
      'windows.1',
    ]);
  });

  test('certificats de spécialisation do not exist before session 2025', () => {
    expect(faultsOfWindow({ exams: ['cs'] })).toEqual([
      {
        path: 'windows.0.exams',
        message: 'Le certificat de spécialisation (cs) n’existe qu’à partir de la session 2025 ; écrivez mc.',
      },
    ]);
  });

  test('mentions complémentaires do not exist from session 2025 on', () => {
    expect(faultsOf({ session: 2025, windows: [{ ...WINDOW, exams: ['mc'] }] })).toEqual([
      {
        path: 'windows.0.exams',
        message:
          'La mention complémentaire (mc) s’appelle certificat de spécialisation depuis la session 2025 ; écrivez cs.',
      },
    ]);
  });

  test('a red-pen campaign must give the instruction', () => {
    const { redPen: _redPen, ...texts } = CAMPAIGN.texts;
    expect(faultsOf({ texts })).toEqual([
      {
        path: 'texts.redPen',
        message: 'La correction au stylo rouge est admise : la consigne donnée au candidat manque.',
      },
    ]);
  });

  test('a campaign without red pen must not give the instruction', () => {
    expect(faultsOf({ redPen: { policy: 'none', fieldClasses: [] } })).toEqual([
      {
        path: 'texts.redPen',
        message: 'La correction au stylo rouge n’est pas admise : cette consigne doit disparaître.',
      },
    ]);
  });

  test('a red pen that is admitted is for something, and one that is not is for nothing', () => {
    const { redPen: _redPen, ...texts } = CAMPAIGN.texts;
    expect([
      faultsOf({ redPen: { policy: 'slipsOnly', fieldClasses: [] } }),
      faultsOf({ texts, redPen: { policy: 'none', fieldClasses: ['contact'] } }),
    ]).toEqual([
      [
        {
          path: 'redPen.fieldClasses',
          message: 'La correction au stylo rouge est admise : dites pour quelles rubriques.',
        },
      ],
      [
        {
          path: 'redPen.fieldClasses',
          message: 'La correction au stylo rouge n’est pas admise : cette liste doit être vide.',
        },
      ],
    ]);
  });

  test('two portfolios, or two extra pieces, never bear one name', () => {
    const piece = { id: 'cv', label: 'CV', reason: 'Demandé à tous' };
    expect(
      faultsOf({
        portfolios: [
          { id: 'a', title: 'A' },
          { id: 'b', title: 'B' },
          { id: 'a', title: 'A encore' },
        ],
        extraPieces: [piece, piece],
      }),
    ).toEqual([
      { path: 'portfolios.2.id', message: 'L’identifiant « a » est déjà celui du n° 1 de la liste.' },
      { path: 'extraPieces.1.id', message: 'L’identifiant « cv » est déjà celui du n° 1 de la liste.' },
    ]);
  });

  test('the académie must be known, where académies are given', () => {
    expect([faultsOf({}), checkCampaign(CAMPAIGN, { findAcademy: () => undefined }).faults]).toEqual([
      [],
      [{ path: 'academyCode', message: 'Aucune académie ne porte le code 98.' }],
    ]);
  });

  test('several faults come together, and no campaign with them', () => {
    const { campaign, faults } = checkCampaign({
      ...CAMPAIGN,
      session: 2025,
      windows: [{ ...WINDOW, exams: ['mc'], opensAt: '2024-01-01' }],
    });
    expect({ campaign, paths: faults.map(({ path }) => path) }).toEqual({
      campaign: undefined,
      paths: ['windows.0.closesAt', 'windows.0.exams'],
    });
  });
});

describe('what only the official lists can tell', () => {
  const SPECIALTIES: Specialty[] = [
    { code: '40033007T', exam: 'bacPro', label: 'Accompagnement' },
    { code: '40022106T', exam: 'bacPro', label: 'Cuisine' },
    { code: '45022110S', exam: 'bp', label: 'Boucher' },
  ];
  const FACTS: CampaignFacts = {
    findSpecialty: (code) => SPECIALTIES.find((one) => one.code === code.replace(/[^0-9A-Z]/g, '')),
    specialtiesOf: ({ exam }) => SPECIALTIES.filter((one) => one.exam === exam),
  };
  const verdictOn = (changes: object) => {
    const { faults, remarks } = checkCampaign({ ...CAMPAIGN, ...changes }, FACTS);
    return { faults, remarks };
  };

  test('a specialty that does not exist is told where it is named, and so is a spelling that nothing would match', () => {
    const piece = { id: 'cv', label: 'CV', reason: 'Demandé', specialtyCodes: ['400-33007 T'] };
    expect(
      verdictOn({
        r408SpecialtyCodes: ['40099999Z'],
        extraPieces: [piece],
        specificNotices: [{ specialtyCodes: ['40033007T', '500'], title: 'Note' }],
      }).faults,
    ).toEqual([
      {
        path: 'r408SpecialtyCodes.0',
        message: 'Aucune spécialité ne porte le code 40099999Z dans la liste officielle.',
      },
      {
        path: 'extraPieces.0.specialtyCodes.0',
        message: 'Écrivez le code sans espace ni tiret : 40033007T.',
      },
      {
        path: 'specificNotices.0.specialtyCodes.1',
        message: 'Aucune spécialité ne porte le code 500 dans la liste officielle.',
      },
    ]);
  });

  test('one specialty never has two owners', () => {
    const portfolios = [
      { id: 'food', title: 'Alimentation', groups: ['22'] },
      { id: 'care', title: 'Sanitaire', specialtyCodes: ['40033007T'] },
      { id: 'kitchen', title: 'Cuisine', groups: ['22', '33'] },
    ];
    expect(verdictOn({ portfolios })).toEqual({
      faults: [
        {
          path: 'portfolios.2',
          message: 'Ce portefeuille et « Alimentation » prennent tous deux : Cuisine ; Boucher.',
        },
      ],
      remarks: [],
    });
  });

  test('a specialty without owner is worth a remark, and refuses nothing', () => {
    const portfolios = [
      { id: 'food', title: 'Alimentation', groups: ['22'] },
      { id: 'eps', title: 'EPS', transversal: true, groups: ['33'], subjects: ['physicalEducation'] },
    ];
    expect(verdictOn({ portfolios })).toEqual({
      faults: [],
      remarks: [
        {
          path: 'portfolios',
          message: 'Sans portefeuille, leurs dossiers seront « à répartir » : Accompagnement.',
        },
      ],
    });
  });

  test('hours of another zone than the académie’s are worth a remark', () => {
    const academy: Academy = { code: '98', name: 'Exemple', timeZone: 'Pacific/Noumea', departments: [] };
    expect(checkCampaign(CAMPAIGN, { findAcademy: () => academy }).remarks).toEqual([
      {
        path: 'timeZone',
        message:
          'Le fuseau horaire de l’académie (Exemple) est Pacific/Noumea ; les heures seront celles de Indian/Reunion.',
      },
    ]);
  });
});
