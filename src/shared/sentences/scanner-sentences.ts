import type { ErrorCode } from '../errors.ts';

type Detail = Readonly<Record<string, string>>;

type ScannerFault = Extract<
  ErrorCode,
  | 'paper-jam'
  | 'feeder-empty'
  | 'cover-open'
  | 'double-feed'
  | `scanner-${string}`
  | 'no-scanner-chosen'
  | 'scan-program-absent'
  | 'folder-gone'
>;

/** What stopped a scan and what to do with one's hands; the pages before it are kept. */
export const SCANNER_SENTENCES: Record<ScannerFault, (detail: Detail) => string> = {
  'paper-jam': () =>
    'Une feuille est coincée dans le chargeur. Les pages déjà numérisées sont gardées : dégagez la feuille, remettez-la avec les suivantes, puis reprenez.',
  'feeder-empty': () => 'Le chargeur est vide : posez-y les feuilles jusqu’à la butée, puis reprenez.',
  'cover-open': () =>
    'Le capot du scanner est ouvert. Les pages déjà numérisées sont gardées : fermez-le, remettez la feuille en cours, puis reprenez.',
  'double-feed': () =>
    'Le scanner a tiré plusieurs feuilles à la fois. Les pages d’avant sont gardées : séparez les feuilles, remettez-les avec les suivantes, puis reprenez.',
  'scanner-busy': () =>
    'Le scanner est occupé par une autre numérisation : attendez qu’elle finisse ou arrêtez-la, puis reprenez.',
  'scanner-gone': () =>
    'Le scanner ne répond pas : vérifiez qu’il est allumé et relié à ce poste, puis reprenez. Les pages déjà numérisées sont gardées.',
  'scanner-refused': ({ cause }) =>
    `Le scanner a refusé la numérisation${cause ? ` (${cause})` : ''}. Choisissez un autre réglage ; si cela persiste, prévenez le service informatique.`,
  'scanner-nonsense': ({ cause }) =>
    `Le scanner a mal répondu${cause ? ` (${cause})` : ''}. Les pages déjà numérisées sont gardées : éteignez et rallumez-le, remettez la feuille en cours, puis reprenez.`,
  'scanner-address-refused': ({ address }) =>
    `L’adresse ${address ?? 'du scanner'} n’est pas celle d’un scanner du réseau local (http://… ou https://…) : corrigez-la.`,
  'no-scanner-chosen': () => 'Aucun scanner n’est choisi sur ce poste : choisissez-en un, puis recommencez.',
  'scan-program-absent': ({ program }) =>
    `Le programme ${program ?? 'de numérisation'} n’est pas installé sur ce poste : demandez-le au service informatique, ou employez un scanner du réseau ou un dossier.`,
  'folder-gone': ({ path }) =>
    `Le dossier surveillé${path ? ` (${path})` : ''} ne répond pas : vérifiez qu’il existe et que le réseau est là, puis reprenez.`,
};
