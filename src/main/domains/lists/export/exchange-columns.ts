import { CIVILITY_LABELS, countryName } from '#shared/fields/stringify.ts';
import { textCell, type ExportColumn } from './export-column.ts';
import type { ExportRow } from './export-row.ts';

/**
 * Our exchange file (docs/exchange-file.md): the fields we hold under the names of the import file of CYCLADES for schools, in its order
 * (domain source: the public tool Siecle2Cyclades, "champs_ordonnés", v2.1), then ours, which begin by `guichet_`. The format for
 * professional exams is not public: this one is ours, and no ministry's.
 */
export const EXCHANGE_COLUMNS: readonly ExportColumn[] = [
  person('civilite', ({ civility }) => CIVILITY_LABELS[civility]),
  person('nom_famille', ({ birthName }) => birthName),
  person('prenoms', ({ givenNames }) => givenNames),
  person('ine', ({ ine }) => ine),
  person('pays_naissance', ({ birthCountry }) => countryName(birthCountry)),
  person('date_naissance', ({ birthDate }) => birthDate),
  person('depCOM_naissance', ({ birthCommuneCode }) => birthCommuneCode),
  person('commune_naissance', ({ birthTown }) => birthTown),
  person('nationalite', ({ nationality }) => countryName(nationality)),
  person('pays', ({ addressCountry }) => countryName(addressCountry)),
  person('adresse_1', ({ addressLine1 }) => addressLine1),
  person('adresse_2', ({ addressLine2 }) => addressLine2),
  person('code_postal', ({ postcode }) => postcode),
  person('localite', ({ locality }) => locality),
  person('telephone', ({ phone }) => phone),
  person('adresse_mail', ({ email }) => email),
  ours('guichet_nom_usage', ({ usageName }) => usageName),
  ours('guichet_no_inscription', ({ registrationNumber }) => registrationNumber),
  ours('guichet_no_candidat', ({ candidateNumber }) => candidateNumber),
  ours('guichet_ancien_no_candidat', ({ answers }) => answers.identification.ministryNumber),
  ours('guichet_version', ({ version }) => String(version)),
  ours('guichet_session', ({ examYear }) => String(examYear)),
  ours('guichet_campagne', ({ campaignId }) => campaignId),
  ours('guichet_examen', ({ exam }) => exam),
  ours('guichet_specialite', ({ specialtyCode }) => specialtyCode),
  ours('guichet_forme', ({ answers }) => answers.qualification.form),
  ours('guichet_categorie', ({ category }) => category),
  ours('guichet_etat', ({ status }) => status),
];

function person(
  title: string,
  value: (identification: ExportRow['answers']['identification']) => string | undefined,
): ExportColumn {
  return ours(title, (row) => value(row.answers.identification));
}

function ours(title: string, value: (row: ExportRow) => string | undefined): ExportColumn {
  return { title, cell: (row) => textCell(value(row) ?? '') };
}
