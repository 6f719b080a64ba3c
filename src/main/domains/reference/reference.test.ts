import { describe, expect, test } from 'vitest';
import { isTimeZone } from '#shared/rules/local-time.ts';
import { openReference } from './index.ts';

const reference = openReference();

describe('académies', () => {
  test('there are thirty, four overseas services and the training one, all in known time zones', () => {
    const { academies } = reference;
    expect({
      count: academies.length,
      unknownZones: academies.filter(({ timeZone }) => !isTimeZone(timeZone)),
    }).toEqual({
      count: 35,
      unknownZones: [],
    });
  });

  test('each département belongs to one académie, and all 101 départements and the collectivités are there', () => {
    const departments = reference.academies.flatMap((academy) => academy.departments);
    expect({ all: departments.length, distinct: new Set(departments).size }).toEqual({
      all: 107,
      distinct: 107,
    });
  });

  test('Normandie has its code of today, not those of Caen and Rouen', () => {
    expect(['70', '05', '21'].map((code) => reference.findAcademy(code)?.name)).toEqual([
      'Normandie',
      undefined,
      undefined,
    ]);
  });

  test('"heure locale" is that of the académie', () => {
    expect([reference.findAcademy('23')?.timeZone, reference.findAcademy('28')?.timeZone]).toEqual([
      'Europe/Paris',
      'Indian/Reunion',
    ]);
  });

  test('the training académie takes every département', () => {
    expect(reference.findAcademy('00')).toEqual({
      code: '00',
      name: 'Académie d’entraînement',
      timeZone: 'Europe/Paris',
      departments: [],
    });
  });
});

describe('countries', () => {
  test('known by their code in capitals only', () => {
    expect(['FR', 'DZ', 'XX', 'fr', ''].map((code) => reference.isCountry(code))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  test('every country has a French name', () => {
    const names = new Intl.DisplayNames('fr', { type: 'region', fallback: 'none' });
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const countries = letters
      .flatMap((a) => letters.map((b) => a + b))
      .filter((code) => reference.isCountry(code));
    expect({ count: countries.length, nameless: countries.filter((code) => !names.of(code)) }).toEqual({
      count: 250,
      nameless: [],
    });
  });
});

describe('specialties', () => {
  test('codes are unique and successors exist', () => {
    const codes = new Set(reference.lists.specialties.map(({ code }) => code));
    const orphans = reference.lists.specialties.filter(
      ({ successorCode }) => successorCode && !codes.has(successorCode),
    );
    expect({ distinct: codes.size, orphans }).toEqual({
      distinct: reference.lists.specialties.length,
      orphans: [],
    });
  });

  test('every specialty a campaign gives a note for is known', () => {
    const noted = reference
      .shippedCampaigns()
      .flatMap(({ specificNotices }) => specificNotices.flatMap((note) => note.specialtyCodes));
    expect(noted.filter((code) => !reference.findSpecialty(code))).toEqual([]);
  });

  test('found in any spelling of the code', () => {
    expect(
      ['40033007T', '400-33007 T', '400 33007t'].map((code) => reference.findSpecialty(code)?.label),
    ).toEqual([
      'Accompagnement soins et services à la personne',
      'Accompagnement soins et services à la personne',
      'Accompagnement soins et services à la personne',
    ]);
  });
});

describe('épreuves', () => {
  const sets = reference.lists.specialties.flatMap(({ code }) => reference.findExamPapers(code) ?? []);

  test('are given for sixteen specialties of every exam, each list once, each épreuve once', () => {
    const repeated = sets.filter(
      ({ examPapers }) => new Set(examPapers.map(({ code }) => code)).size !== examPapers.length,
    );
    const exams = new Set(sets.map(({ specialtyCode }) => reference.findSpecialty(specialtyCode)?.exam));
    expect({ sets: sets.length, exams: [...exams], repeated }).toEqual({
      sets: 16,
      exams: ['bacPro', 'bp', 'cap', 'cs'],
      repeated: [],
    });
  });

  test('a bac pro has the general épreuves as the portal of Grenoble names them', () => {
    const papers = reference.findExamPapers('400-33007 T')?.examPapers ?? [];
    expect(
      papers.filter(({ code }) => /^E[4-7]/.test(code)).map(({ code, label, kind }) => [code, label, kind]),
    ).toEqual([
      ['E4', 'Langue vivante', 'language'],
      ['E5-A', 'Français', 'plain'],
      ['E5-B', 'Histoire-géographie et enseignement moral et civique', 'plain'],
      ['E6', 'Arts appliqués et cultures artistiques', 'plain'],
      ['E7', 'Éducation physique et sportive', 'physicalEducation'],
    ]);
  });

  test('where no list is loaded, there is none', () => {
    expect([reference.findExamPapers('50022137S'), reference.findExamPapers('n’importe quoi')]).toEqual([
      undefined,
      undefined,
    ]);
  });
});
