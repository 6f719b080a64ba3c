const HEADER =
  "Commission professionnelle consultative;Secteur;Niveau;Code diplôme;Diplôme;Intitulé de la spécialité (et options);Code RNCP;Date de l'arrêté de création;Première session;Dernière session;Commentaire;Famille de métiers;Session supplémentaire";
const DIPLOMAS = [
  ['BAC PRO', '400'],
  ['CAP', '500'],
  ['BP', '450'],
  ['BTS', '320'],
] as const;

/** A file of the shape and size of the ministry's list, of invented specialties. */
export function diplomaList(rows: number): Uint8Array {
  const lines = Array.from({ length: rows }, (_, index) => {
    const [diploma, level] = DIPLOMAS[index % DIPLOMAS.length] ?? DIPLOMAS[0];
    const code = `${level}-${String(99_000 + index).padStart(5, '0')} T`;
    const label = `Métier d'essai numéro ${index}, option inventée`;
    return `CPC d'essai;Secteur d'essai et autres services;Niveau 4;${code};${diploma};${label};${30_000 + index};2020-01-01;2022;;;Métiers d'essai;`;
  });
  return new TextEncoder().encode(`\uFEFF${[HEADER, ...lines].join('\r\n')}\r\n`);
}
