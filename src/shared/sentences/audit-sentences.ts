import { counted } from './counted.ts';
import type { AuditFault, AuditVerification } from '../contract/audit.ts';
import type { CommandName } from '../contract/index.ts';
import { isCommandName } from '../contract/index.ts';
import type { ErrorCode } from '../errors.ts';

/** What a clerk did, as the log shows it; a command without a word of its own is shown by its name. */
const OPERATIONS: Partial<Record<CommandName, string>> = {
  'station.setup': 'Création du poste',
  'station.recover': 'Ouverture par la clé de secours',
  'station.changePassphrase': 'Changement de phrase de passe',
  'station.configureKeys': 'Réglage des clés',
  'station.liftExpiry': 'Levée de l’échéance du poste',
  'station.makeRecoveryKey': 'Clé de secours faite',
  'station.rekey': 'Changement de la clé de la base',
  'session.unlock': 'Ouverture de session',
  'session.lock': 'Verrouillage',
  'clerks.add': 'Agent ajouté',
  'clerks.changeRole': 'Rôle d’un agent changé',
  'clerks.disable': 'Agent désactivé',
  'clerks.enable': 'Agent réactivé',
  'clerks.resetPassphrase': 'Phrase de passe d’un agent refaite',
  'drafts.save': 'Brouillon enregistré',
  'drafts.list': 'Brouillons affichés',
  'drafts.get': 'Brouillon consulté',
  'drafts.discard': 'Brouillon abandonné',
  'registrations.register': 'Inscription',
  'registrations.registerMany': 'Inscriptions en nombre',
  'registrations.get': 'Dossier consulté',
  'registrations.search': 'Recherche de personnes',
  'registrations.list': 'Liste affichée',
  'registrations.amend': 'Dossier modifié',
  'registrations.correct': 'Identité corrigée',
  'registrations.withdraw': 'Désinscription',
  'registrations.cancel': 'Annulation',
  'registrations.exclude': 'Exclusion',
  'candidates.get': 'Candidat consulté',
  'candidates.prefill': 'Réponses reprises',
  'confirmations.issue': 'Confirmation éditée',
  'confirmations.print': 'Confirmation imprimée',
  'prints.again': 'Document réimprimé',
  'returns.read': 'Retours lus',
  'returns.scan': 'Retours numérisés',
  'returns.list': 'Retours affichés',
  'returns.open': 'Page rendue consultée',
  'returns.image': 'Page rendue affichée',
  'returns.accept': 'Page rendue acceptée',
  'returns.refuse': 'Page rendue refusée',
  'returns.ask': 'Second regard demandé',
  'returns.record': 'Retour par courrier noté',
  'returns.ofFile': 'Retours d’un dossier consultés',
  'returns.admit': 'Retour tardif admis',
  'returns.overdue': 'Dossiers échus affichés',
  'pieces.list': 'Pièces consultées',
  'pieces.set': 'Pièce contrôlée',
  'pieces.handNotice': 'Note remise',
  'pieces.lock': 'Dossier verrouillé',
  'pieces.unlock': 'Dossier déverrouillé',
  'pieces.worklist': 'Liste de travail affichée',
  'letters.issue': 'Courrier fait',
  'letters.issueMany': 'Courriers faits en nombre',
  'letters.list': 'Courriers consultés',
  'letters.open': 'Courrier ouvert',
  'letters.print': 'Courrier imprimé',
  'letters.openBatch': 'Courriers ouverts en nombre',
  'letters.printBatch': 'Courriers imprimés en nombre',
  'portal.request': 'Compte du portail demandé',
  'portal.requests': 'Compte du portail consulté',
  'portfolios.of': 'Portefeuille d’un dossier consulté',
  'portfolios.queue': 'File d’un portefeuille affichée',
  'portfolios.makeSlip': 'Bordereau fait',
  'portfolios.slipPdf': 'Bordereau consulté',
  'portfolios.printSlip': 'Bordereau imprimé',
  'sync.queue': 'Envois affichés',
  'sync.dismiss': 'Envoi refusé écarté',
  'sync.enrol': 'Rattachement du poste',
  'sync.enrolAgain': 'Nouveau rattachement du poste',
  'sync.enrolmentAnswer': 'Rattachement par fichier',
  'sync.rotateKey': 'Nouvelle clé de signature du poste',
  'batches.export': 'Lot écrit',
  'conflicts.list': 'Désaccords affichés',
  'conflicts.resolve': 'Désaccord tranché',
  'lists.export': 'Liste exportée',
  'retention.configure': 'Durées de conservation changées',
  'retention.preview': 'Dossiers échus consultés',
  'retention.purge': 'Élimination',
  'retention.hold': 'Dossier conservé pour litige',
  'retention.release': 'Fin de conservation pour litige',
  'access.export': 'Droit d’accès',
  'safekeeping.backup': 'Sauvegarde',
  'audit.list': 'Journal consulté',
  'audit.verify': 'Journal vérifié',
  'audit.export': 'Journal exporté',
  'audit.configure': 'Durée du journal changée',
};

export function operationWords(operation: string): string {
  return (isCommandName(operation) ? OPERATIONS[operation] : undefined) ?? operation;
}

/** For a choice: every operation that has words, in their order. */
export function operationChoices(): { value: string; label: string }[] {
  return Object.entries(OPERATIONS)
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => a.label.localeCompare(b.label, 'fr'));
}

const OUTCOMES: Partial<Record<ErrorCode | 'done', string>> = {
  done: 'fait',
  forbidden: 'refusé : rôle',
  'unknown-registration': 'n’existe pas',
  internal: 'erreur imprévue',
};

export function outcomeWords(outcome: string): string {
  return OUTCOMES[outcome as ErrorCode | 'done'] ?? `refusé : ${outcome}`;
}

const FAULTS: Record<AuditFault['kind'], (line: string) => string> = {
  changed: (line) => `${line} a été modifiée.`,
  removed: (line) => `À partir de ${line.toLowerCase()}, des lignes manquent.`,
  'cut-off': (line) => `La fin du journal a été coupée à partir de ${line.toLowerCase()}.`,
  rewritten: (line) => `${line} n’est pas celle qui avait été signée.`,
  signature: (line) => `La signature du point de contrôle de ${line.toLowerCase()} ne convient pas.`,
  contradicted: (line) =>
    `Le serveur central possède un autre point de contrôle que celui de ${line.toLowerCase()}.`,
  unexpected: () => 'Des lignes se trouvent là où une purge n’en laisse pas.',
};

export function auditFaultSentence({ kind, entry }: AuditFault): string {
  return FAULTS[kind](`La ligne ${entry ?? 'inconnue'}`);
}

export function auditVerdictSentence(found: AuditVerification): string {
  const { faultCount, entries, anchoredEntries, purged } = found;
  if (faultCount > 0)
    return `Le journal n’est plus celui qui a été écrit : ${counted(faultCount, 'défaut')}. Prévenez le responsable de la sécurité ; ne restaurez rien avant lui.`;
  const gone = purged > 0 ? ` ${purged} plus anciennes ont été purgées à leur échéance.` : '';
  const anchor =
    anchoredEntries > 0
      ? ` Le serveur central répond des ${anchoredEntries} premières.`
      : ' Le serveur central n’en a encore rien reçu : une fin coupée ne se verrait pas.';
  return `Le journal est entier : ${entries} lignes suivies.${gone}${anchor}`;
}
