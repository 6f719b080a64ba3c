import { describe, expect, it } from 'vitest';
import { mayCall } from '#shared/rights.ts';
import { aStation } from '../../../../../tests/builders/station.ts';

const HEADER =
  'Commission professionnelle consultative;Secteur;Niveau;Code diplôme;Diplôme;Intitulé de la spécialité (et options);Code RNCP;Date de l’arrêté de création;Première session;Dernière session;Commentaire;Famille de métiers;Session supplémentaire';

/** A row of the list of the diplomas, in the order of its columns. */
function row(code: string, diploma: string, label: string, cells: Record<string, string> = {}): string {
  const { rncp = '', first = '', last = '', comment = '', family = '', extra = '' } = cells;
  return `CPC;Secteur;Niveau 4;${code};${diploma};${label};${rncp};2020-01-01;${first};${last};${comment};${family};${extra}`;
}

const utf8 = (...lines: string[]) => new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}\r\n`);
const diplomas = (...rows: string[]) => ({ fileName: 'diplomes.csv', content: utf8(HEADER, ...rows) });
const bytesOf = (text: string, encoding: BufferEncoding) => new Uint8Array(Buffer.from(text, encoding));

describe('the list of the professional diplomas', () => {
  it('is told apart: added, changed, unchanged, not ours, not understood, and no row is lost', async () => {
    const { call } = await aStation();
    const { rows, ...result } = await call(
      'reference.import',
      diplomas(
        row('400-99901 T', 'BAC PRO', 'Essai général', {
          rncp: '99901',
          first: '2027',
          family: "Métiers d'essai",
        }),
        row('500-22141 S', 'CAP', 'Pâtissier', { rncp: '38765', first: '2021' }),
        row('50033205T', 'CAP', 'Accompagnant éducatif petite enfance', { rncp: '38565', first: '2020' }),
        row('320-99902 T', 'BTS', 'Essai supérieur'),
        row('5009990', 'CAP', 'Code trop court'),
        row('500-99903 T', 'CAP', 'Session en lettres', { first: 'MMXX' }),
        'une ligne sans colonnes',
      ),
    );
    expect({ rows, result }).toEqual({
      rows: 7,
      result: {
        kind: 'specialties',
        added: [{ code: '40099901T', label: 'Essai général' }],
        changed: [{ code: '50033205T', label: 'Accompagnant éducatif petite enfance' }],
        unchanged: 1,
        otherDiplomas: [{ diploma: 'BTS', count: 1 }],
        merged: [],
        notUnderstood: [
          { line: 6, message: 'le code diplôme « 5009990 » n’a pas huit chiffres et une lettre' },
          { line: 7, message: '« MMXX » n’est pas une session' },
          { line: 8, message: '1 colonne au lieu de 13 : une ligne sans colonnes' },
        ],
        remarks: [],
      },
    });
  });

  it('writes its codes in five ways', async () => {
    const { call } = await aStation();
    const codes = ['400-99901 T', '50099902T', '561-99903T', '46199904 S', '45099905'];
    const names = ['BAC PRO', 'CAP', 'CS3', 'CS4', 'BP'];
    const rows = codes.map((code, index) => row(code, names[index] ?? '', `Essai ${index}`));
    const { added } = await call('reference.import', diplomas(...rows));
    expect(added.map(({ code }) => code)).toEqual([
      '40099901T',
      '50099902T',
      '56199903T',
      '46199904S',
      '45099905',
    ]);
  });

  it('says successors in prose, and the extra session of those who failed', async () => {
    const { call } = await aStation();
    const { remarks } = await call(
      'reference.import',
      diplomas(
        row('500-99901 S', 'CAP', 'Ancien', {
          last: '2026',
          extra: '2027',
          comment: 'est remplacé par essai nouveau code 500-99902 S',
        }),
        row('500-99902 S', 'CAP', 'Nouveau', { first: '2027', comment: 'remplace le 500-99901 S' }),
        row('500-99903 S', 'CAP', 'Orphelin', { last: '2026', comment: 'Remplacé par le n°' }),
      ),
    );
    const found = await call('reference.specialties', { exam: 'cap', query: '50099901' });
    expect({ found, remarks }).toEqual({
      found: [
        {
          code: '50099901S',
          exam: 'cap',
          label: 'Ancien',
          lastSession: 2026,
          extraSession: 2027,
          successorCode: '50099902S',
        },
      ],
      remarks: [{ line: 4, message: '50099903S est remplacé, mais le code du successeur n’est pas lisible' }],
    });
  });

  it('loses only the line whose quotes are misplaced', async () => {
    const { call } = await aStation();
    const { added, notUnderstood } = await call(
      'reference.import',
      diplomas(row('500-99901 T', 'CAP', 'Un "mauvais" guillemet'), row('500-99902 T', 'CAP', 'Essai')),
    );
    expect([added.map(({ code }) => code), notUnderstood]).toEqual([
      ['50099902T'],
      [{ line: 2, message: 'guillemets mal placés' }],
    ]);
  });

  it('with one code on two rows makes one specialty of both, and says so', async () => {
    const { call } = await aStation();
    const { added, merged } = await call(
      'reference.import',
      diplomas(
        row('500-99918 U', 'CAP', "Conducteur d'essai", { rncp: '99918', first: '2025' }),
        row('500-99918 U', 'CAP', 'Conducteur : essai', {
          first: '2008',
          last: '2024',
          comment: 'remplacé par 500-99918U',
        }),
      ),
    );
    const [specialty] = await call('reference.specialties', { exam: 'cap', query: '50099918' });
    expect({ added: added.length, merged, specialty }).toEqual({
      added: 1,
      merged: [
        {
          line: 3,
          message: '50099918U est aussi à la ligne 2 : une seule spécialité, « Conducteur d’essai »',
        },
      ],
      specialty: {
        code: '50099918U',
        exam: 'cap',
        label: 'Conducteur d’essai',
        rncpCode: 'RNCP99918',
        firstSession: 2008,
      },
    });
  });

  it('keeps our accents where the words are the same, and quotes where a label has some', async () => {
    const { call } = await aStation();
    const { added, unchanged } = await call(
      'reference.import',
      diplomas(
        row('500-22141 S', 'CAP', 'PATISSIER', { rncp: '38765', first: '2021' }),
        row('500-99901 U', 'CAP', '"Conducteur ""essai"" ; option A"'),
      ),
    );
    expect({ added, unchanged }).toEqual({
      added: [{ code: '50099901U', label: 'Conducteur "essai" ; option A' }],
      unchanged: 1,
    });
  });

  it('imported again changes nothing', async () => {
    const { call } = await aStation();
    const list = diplomas(row('500-99901 T', 'CAP', 'Essai'));
    await call('reference.import', list);
    const again = await call('reference.import', list);
    expect([again.added, again.changed, again.unchanged]).toEqual([[], [], 1]);
  });
});

describe('a file that is no such list is refused with its reason', () => {
  const causes = async (content: Uint8Array, kind?: string) => {
    const { failure } = await aStation();
    const { code, detail } = await failure('reference.import', {
      fileName: 'x.csv',
      content,
      ...(kind && { kind }),
    });
    return `${code}: ${detail['cause'] ?? ''}`;
  };

  it('in Latin-1, in UTF-16, or with accents already spoilt', async () => {
    const line = row('500-99901 T', 'CAP', 'Pâtissier d’été');
    const advice = 'enregistrez-le en « CSV UTF-8 »';
    expect([
      await causes(bytesOf(`${HEADER.replace('’', "'")}\n${line.replace('’', "'")}`, 'latin1')),
      await causes(bytesOf(`\uFEFF${HEADER}\n${line}`, 'utf16le')),
      await causes(bytesOf('Code diplÃ´me;DiplÃ´me\n', 'utf8')),
    ]).toEqual([
      `reference-invalid: les accents sont codés en Latin-1 ou Windows-1252 : ${advice}`,
      `reference-invalid: le fichier est en UTF-16 : ${advice}`,
      `reference-invalid: les accents ont été abîmés par un enregistrement : ${advice}`,
    ]);
  });

  it('with other headers or another separator', async () => {
    expect([
      await causes(utf8('Nom;Prénom', 'EXEMPLE;Camille')),
      await causes(utf8(HEADER.replaceAll(';', ',')), 'specialties'),
      await causes(utf8('Code diplôme;Diplôme', '50022141S;CAP')),
      await causes(utf8('[{]'), 'examPapers'),
    ]).toEqual([
      'reference-invalid: ni la liste des diplômes professionnels, ni une liste de pays (code;libellé), ni des épreuves en JSON',
      expect.stringMatching(
        /^reference-invalid: les colonnes « Code diplôme », .* manquent ; le séparateur est le point-virgule$/,
      ),
      expect.stringMatching(/« Intitulé de la spécialité \(et options\) »/),
      'reference-invalid: ce n’est pas du JSON',
    ]);
  });

  it('with a quote that is never closed', async () => {
    expect(await causes(diplomas(row('500-99901 T', 'CAP', '"Essai')).content)).toBe(
      'reference-invalid: un guillemet n’est jamais refermé',
    );
  });
});

describe('lists of épreuves and of countries', () => {
  it('épreuves take the place of those shipped, set by set', async () => {
    const { call } = await aStation();
    const sets = [
      {
        specialtyCode: '50022141S',
        source: 'Arrêté d’essai',
        examPapers: [{ code: 'EP1', label: 'Tour', weight: 8 }],
      },
      { specialtyCode: '50099999Z', source: 'Arrêté d’essai', examPapers: [{ code: 'EP1', label: 'Rien' }] },
      { specialtyCode: '50022141S', examPapers: [] },
    ];
    const result = await call('reference.import', {
      fileName: 'epreuves.json',
      content: utf8(JSON.stringify(sets)),
    });
    const papers = await call('reference.examPapers', { specialtyCode: '50022141S' });
    expect([result.changed, result.notUnderstood, papers?.examPapers]).toEqual([
      [{ code: '50022141S', label: 'Pâtissier' }],
      [
        { line: 2, message: 'la spécialité 50099999Z n’est pas dans la liste' },
        { line: 3, message: 'la rubrique source n’a pas la forme attendue' },
      ],
      [{ code: 'EP1', label: 'Tour', weight: 8, optional: false, kind: 'plain' }],
    ]);
  });

  it('a country may be added or named otherwise, and is then accepted', async () => {
    const { call } = await aStation();
    const result = await call('reference.import', {
      fileName: 'pays.csv',
      content: utf8('code;libellé', 'XA;Pays d’essai', 'FR;France', '99;Inconnu', 'xa;Pays d’essai, bis'),
    });
    const countries = await call('reference.countries', {});
    expect([result.added, result.unchanged, result.merged, result.notUnderstood, countries[0]]).toEqual([
      [{ code: 'XA', label: 'Pays d’essai, bis' }],
      1,
      [{ line: 5, message: 'XA est donné deux fois : « Pays d’essai, bis » est retenu' }],
      [{ line: 4, message: '« 99 ; Inconnu » n’est pas un code de deux lettres et un nom' }],
      { code: 'FR', label: 'France' },
    ]);
  });
});

describe('an imported list', () => {
  it('is the station’s own: there after unlocking again, not in another station', async () => {
    const { call } = await aStation();
    const other = await aStation();
    await call('reference.import', diplomas(row('500-99901 T', 'CAP', 'Essai')));
    await call('session.lock', {});
    await call('session.unlock', { login: 'agent.essai', passphrase: 'une phrase de passe pour essayer' });
    const query = { exam: 'cap', query: '50099901' } as const;
    expect([
      (await call('reference.specialties', query)).length,
      (await other.call('reference.specialties', query)).length,
      (await call('reference.lists', {}))[0],
    ]).toEqual([
      1,
      0,
      {
        kind: 'specialties',
        entryCount: 231,
        importedCount: 1,
        lastImport: {
          fileName: 'diplomes.csv',
          importedAtMs: Date.parse('2026-11-20T10:00:00Z'),
          importedBy: 'Agent Essai',
        },
      },
    ]);
  });

  it('is for supervisors to bring', () => {
    expect([mayCall('counterAgent', 'reference.import'), mayCall('caseManager', 'reference.import')]).toEqual(
      [false, true],
    );
  });
});
