import { counted } from './counted.ts';
import type {
  BackupResult,
  BaseFault,
  Recovery,
  SafekeepingEvent,
  Sweep,
  Verification,
} from '../contract/safekeeping.ts';
import { assertNever } from '../assert-never.ts';

const MOMENT = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'short', timeStyle: 'short' });
const NUMBER = new Intl.NumberFormat('fr-FR');

export function momentWords(atMs: number): string {
  return MOMENT.format(atMs);
}

/** In the units of a disk, as its maker counts them. */
export function bytesWords(bytes: number): string {
  const units = ['o', 'Ko', 'Mo', 'Go', 'To'];
  const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(bytes, 1)) / 3)));
  const value = bytes / 1000 ** power;
  return `${NUMBER.format(value >= 100 || power === 0 ? Math.round(value) : Math.round(value * 10) / 10)} ${units[power] ?? ''}`;
}

/** What was found, a sentence each; the first says whether all is well. */
export function verificationSentences(found: Verification): string[] {
  const isWell = !hasFaults(found);
  return [
    isWell
      ? `Tout se relit : ${counted(found.counts.registrations, 'inscription', 'inscriptions')}, ${counted(found.counts.operations, 'opération signée', 'opérations signées')}, ${counted(found.filesRead, 'document', 'documents')}, ${counted(found.snapshots, 'copie', 'copies')} de la base.`
      : 'Quelque chose ne se relit pas. Ne supprimez rien, et faites d’abord une sauvegarde.',
    ...faultSentences(found.faults),
    ...(found.badFiles.length > 0
      ? [
          `${counted(found.badFiles.length, 'document abîmé ou absent', 'documents abîmés ou absents')} : ${listed(found.badFiles)}.`,
        ]
      : []),
    ...(found.badSnapshots.length > 0
      ? [
          `${counted(found.badSnapshots.length, 'copie abîmée', 'copies abîmées')} : ${listed(found.badSnapshots)}.`,
        ]
      : []),
    ...(found.orphans > 0
      ? [
          `${counted(found.orphans, 'fichier sans dossier est gardé', 'fichiers sans dossier sont gardés')} à part (files/orphans).`,
        ]
      : []),
  ];
}

/** Orphans are no fault: they are kept, and nobody misses them. */
export function hasFaults({ faults, badFiles, badSnapshots }: Verification): boolean {
  return faults.length + badFiles.length + badSnapshots.length > 0;
}

function faultSentences(faults: readonly BaseFault[]): string[] {
  const of = (what: BaseFault['what']) => faults.filter((fault) => fault.what === what);
  const [pages, references, chain] = [of('unreadablePages'), of('brokenReferences'), of('brokenChain')];
  return [
    ...(pages.length > 0
      ? [
          'Des pages de la base sont abîmées : verrouillez le poste puis déverrouillez-le, il reprendra ce qui se lit et sa dernière copie vérifiée.',
        ]
      : []),
    ...(references.length > 0
      ? [`Des lignes renvoient à ce qui n’existe plus : ${listed(references.map(({ where }) => where))}.`]
      : []),
    ...(chain.length > 0
      ? [
          `La suite des opérations signées n’est pas entière, aux rangs ${listed(chain.map(({ where }) => where))}.`,
        ]
      : []),
  ];
}

function recoverySentences(recovery: Recovery): string[] {
  const { snapshotMadeAtMs: madeAtMs, missing, toCheck, rebuilt, lostFiles, lostOps, keptIn } = recovery;
  return [
    recovery.sinceSnapshotUnknown && madeAtMs !== null
      ? `La base abîmée ne se lisait plus : le poste a repris sa copie du ${momentWords(madeAtMs)}. Ce qui a été fait depuis n’est plus sur ce poste ; le centre rendra ce qu’il en a reçu.`
      : madeAtMs === null
        ? 'La base abîmée a été relue ligne par ligne et réparée sans recourir à une copie.'
        : `La base abîmée a été relue ligne par ligne ; ce qui ne se lisait plus vient de la copie du ${momentWords(madeAtMs)}.`,
    ...(rebuilt.length > 0 ? [`Récrites d’après les opérations signées : ${listed(rebuilt)}.`] : []),
    ...(missing.length > 0 ? [`Manquent : ${listed(missing)}.`] : []),
    ...(toCheck.length > 0
      ? [`À vérifier, une modification récente peut manquer : ${listed(toCheck)}.`]
      : []),
    ...(missing.length + toCheck.length === 0 && !recovery.sinceSnapshotUnknown
      ? ['Aucune inscription ne manque.']
      : []),
    ...(lostFiles > 0
      ? [`${counted(lostFiles, 'document n’est plus lisible', 'documents ne sont plus lisibles')}.`]
      : []),
    ...(lostOps > 0
      ? [
          `${counted(lostOps, 'opération signée est perdue', 'opérations signées sont perdues')} ; leur place est gardée.`,
        ]
      : []),
    ...(recovery.identity === 'renewed' ? [RENEWED] : []),
    `La base abîmée est conservée dans ${keptIn}.`,
  ];
}

export const RENEWED =
  'Pour qu’aucun numéro ne soit donné deux fois, le poste a de nouveaux numéros et doit être rattaché au centre avec un nouveau code du rectorat.';

export function backupSentences({ file, bytes, files, counts, missing }: BackupResult): string[] {
  return [
    `Sauvegarde écrite et relue : ${file} (${bytesWords(bytes)} ; ${counted(counts.registrations, 'inscription', 'inscriptions')}, ${counted(files, 'document', 'documents')}).`,
    ...(missing.length > 0
      ? [
          `${counted(missing.length, 'document manquait', 'documents manquaient')} déjà sur le poste : ${listed(missing)}.`,
        ]
      : []),
  ];
}

function sweepSentence({ orphans, destroyed, missing }: Sweep): string {
  const parts = [
    ...(orphans > 0
      ? [`${counted(orphans, 'fichier sans dossier mis', 'fichiers sans dossier mis')} à part`]
      : []),
    ...(destroyed > 0 ? [`${counted(destroyed, 'ancien détruit', 'anciens détruits')} après 45 jours`] : []),
    ...(missing.length > 0
      ? [`${counted(missing.length, 'document absent', 'documents absents')} (${listed(missing)})`]
      : []),
  ];
  return `Rangement des documents : ${parts.join(' ; ')}.`;
}

/** What happened, in sentences; the tone is that of a notice. */
export function safekeepingEventWords(event: SafekeepingEvent): {
  tone: 'good' | 'info' | 'warning' | 'danger';
  sentences: string[];
} {
  switch (event.kind) {
    case 'swept':
      return {
        tone: event.sweep.missing.length > 0 ? 'danger' : 'info',
        sentences: [sweepSentence(event.sweep)],
      };
    case 'backedUp':
      return {
        tone: event.backup.missing.length > 0 ? 'warning' : 'good',
        sentences: backupSentences(event.backup),
      };
    case 'verified':
      return {
        tone: hasFaults(event.verification) ? 'danger' : 'good',
        sentences: verificationSentences(event.verification),
      };
    case 'recovered':
      return { tone: 'warning', sentences: recoverySentences(event.recovery) };
    case 'restored':
      return {
        tone: 'info',
        sentences: [
          `Poste restauré d’une sauvegarde du ${momentWords(event.madeAtMs)}.`,
          ...(event.identity === 'renewed' ? [RENEWED] : []),
        ],
      };
    case 'snapshotFailed':
      return {
        tone: 'danger',
        sentences: [
          event.code === 'disk-full'
            ? 'La copie de la base n’a pas pu être faite : le disque est plein.'
            : 'La copie de la base n’a pas pu être faite. Faites vérifier le poste.',
        ],
      };
    default:
      return assertNever(event);
  }
}

const LISTED = 12;

function listed(items: readonly string[]): string {
  const shown = items.slice(0, LISTED).join(', ');
  return items.length > LISTED ? `${shown}, et ${items.length - LISTED} autres` : shown;
}
