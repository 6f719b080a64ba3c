import type { ErrorCode } from '../errors.ts';
import { suspensionSentence } from './suspension-sentences.ts';
import { frenchLocal } from './french-dates.ts';
import { letterRefusalSentence } from './letter-sentences.ts';
import { waitWords } from './wait-words.ts';
import { SCANNER_SENTENCES } from './scanner-sentences.ts';

type Detail = Readonly<Record<string, string>>;

const withCause = (sentence: string, detail: Detail) =>
  detail['cause'] ? `${sentence} (${detail['cause']})` : sentence;

/** `written`: how many volumes lie whole on the key. */
const volumesKept = (written: string | undefined) =>
  written === undefined || written === '0'
    ? 'Aucun volume n’y est entier ; le lot reste dans ce poste.'
    : written === '1'
      ? 'Le volume déjà écrit y reste, entier.'
      : `Les ${written} volumes déjà écrits y restent, entiers.`;

/** What happened and what to do, in one or two sentences a clerk can act on. */
const SENTENCES: Record<ErrorCode, (detail: Detail) => string> = {
  'invalid-input': () => 'Certaines réponses sont à corriger.',
  'unknown-command': () => 'Cette commande n’existe pas.',
  'station-absent': () =>
    'Ce dossier ne contient pas de poste Guichet ; créez-le d’abord (« guichet setup »).',
  'station-exists': () => 'Un poste existe déjà dans ce dossier ; rien n’a été changé.',
  locked: () => 'Le poste est verrouillé ; identifiez-vous.',
  'wrong-passphrase': () => 'L’identifiant ou la phrase de passe ne convient pas.',
  'too-many-attempts': ({ seconds }) =>
    `Trop de phrases de passe fausses pour cet identifiant. Attendez ${waitWords(Number(seconds ?? 0))}, puis recommencez ; un chef de bureau peut aussi vous en donner une nouvelle.`,
  'passphrase-temporary': () =>
    'Votre phrase de passe est provisoire : choisissez d’abord la vôtre, que vous serez seule à connaître.',
  'clerk-disabled': () => 'Cet agent n’ouvre plus ce poste ; voyez un chef de bureau.',
  'unknown-clerk': () => 'Aucun agent de ce poste ne porte cet identifiant.',
  'last-bureau-head': () =>
    'C’est le dernier chef de bureau qui ouvre ce poste : nommez-en d’abord un autre.',
  'slots-expired': ({ days }) =>
    `Ce poste n’a pas joint le serveur central depuis ${days ?? ''} jours : il ne s’ouvre plus que pour un chef de bureau, qui peut lever ce refus (Administration, Clés) ou faire un envoi.`,
  'approver-not-entitled': () =>
    'Cette personne ne peut pas lever une règle : il faut un gestionnaire ou un chef de bureau de ce poste.',
  'recovery-key-mistyped': () =>
    'La clé de secours est mal recopiée : huit groupes de quatre lettres ou chiffres. Relisez-la sur la feuille.',
  'recovery-key-wrong': () =>
    'Cette clé de secours n’ouvre pas ce poste : une autre l’a remplacée, ou elle est celle d’un autre poste.',
  'recovery-not-head': () => 'La clé de secours ne redonne une phrase de passe qu’à un chef de bureau.',
  'station-in-use': () =>
    'Un autre programme a ce poste ouvert (fenêtre ou ligne de commande) : fermez-le, puis recommencez. Rien n’a changé.',
  'folder-on-network': () =>
    'Le dossier de données est sur un lecteur réseau, où deux postes abîmeraient la base : placez-le sur le disque de cet ordinateur. Rien n’a changé.',
  'health-reserved': () =>
    'Réservé : seuls les agents qui servent les candidats ouvrent ce dossier, et votre clé n’en fait pas partie. Un chef de bureau peut vous la donner (Administration, Agents : choisir à nouveau votre rôle).',
  'sealed-elsewhere': () =>
    'Ce dossier a été créé sur un autre ordinateur, par un autre utilisateur ou par l’autre forme du programme (fenêtre ou ligne de commande) : il ne s’ouvre que là.',
  forbidden: () => 'Votre rôle ne permet pas cette action.',
  'clock-not-allowed': () => 'L’horloge ne peut être réglée (GUICHET_CLOCK) que dans une base école.',
  'campaign-invalid': ({ line, message }) =>
    `Le fichier de campagne comporte des fautes ; il n’a pas été importé.${line && message ? ` Ligne ${line} : ${message}` : ''}`,
  'unknown-campaign': () => 'Cette campagne n’est pas connue de ce poste.',
  'window-not-open': ({ opensAt }) =>
    `Les inscriptions ne sont pas encore ouvertes${opensAt ? ` : elles ouvrent le ${frenchLocal(opensAt)} (heure locale)` : ''}.`,
  'window-closed': ({ closedAt }) =>
    `Les inscriptions sont closes${closedAt ? ` depuis le ${frenchLocal(closedAt)} (heure locale)` : ''} ; aucune modification n’est plus prise en compte.`,
  'window-undated': () => 'Aucune période d’inscription n’est fixée pour cet examen dans cette campagne.',
  'unknown-registration': ({ number }) =>
    `Aucune inscription ne porte le numéro ${number ?? ''} ; vérifiez-le, clé comprise.`,
  'unknown-version': ({ version }) => `La version ${version ?? ''} n’existe pas.`,
  'unknown-draft': () => 'Ce brouillon n’existe plus.',
  'unknown-page': () => 'Cette page n’existe pas parmi les retours.',
  'unknown-stack': () => 'Cette pile n’existe pas parmi les retours.',
  'unknown-job': () => 'Cette tâche n’existe plus.',
  'nothing-changed': () => 'Aucune réponse n’a changé ; la version reste la même.',
  'stale-version': ({ latest }) =>
    `Le dossier a changé entre-temps : il est maintenant en version ${latest ?? ''}. Relisez-le avant de reprendre.`,
  'already-decided': () => 'Cette page a déjà été traitée.',
  'already-asked': () => 'Cette page attend déjà un second regard.',
  'second-person-needed': () =>
    'Vous avez posé la question : une autre personne y répond. Si vous êtes seule, dites-le.',
  'marks-not-seen': ({ count }) =>
    count === '1'
      ? 'Une marque ne touche aucune rubrique : regardez-la avant d’accepter.'
      : `${count} marques ne touchent aucune rubrique : regardez chacune avant d’accepter.`,
  'file-ended': () =>
    'Cette candidature est close (désinscrite, annulée ou écartée) : elle ne change plus. Faites une nouvelle inscription.',
  'file-locked': () =>
    'Les pièces de ce dossier sont verrouillées ; un gestionnaire doit d’abord le déverrouiller.',
  'file-on-hold': () => 'Ce dossier est conservé pour un litige : il ne peut pas être éliminé.',
  'unknown-candidate': ({ number }) => `Aucun candidat ne porte le numéro ${number ?? ''}.`,
  'unknown-view': () => 'Cette vue n’existe plus.',
  'nothing-due': () =>
    'Aucun dossier n’est à éliminer : rien n’a atteint sa durée de conservation, ou ce qui l’a atteinte est en litige, pas encore reçu par le serveur central, ou confirmé par lui depuis moins de trente jours.',
  'disposal-changed': () =>
    'La liste des dossiers à éliminer a changé depuis le bordereau visé ; rien n’a été détruit. Faites viser un nouveau bordereau.',
  'already-held': () => 'Ce dossier est déjà conservé pour un litige.',
  'not-held': () => 'Ce dossier n’est pas conservé pour un litige.',
  'unknown-piece': ({ piece }) => `La pièce ${piece ?? ''} n’est pas demandée pour ce dossier.`,
  'piece-follows-return': () =>
    'La confirmation signée se note par son retour (Courrier ou Retours), pas dans la liste des pièces.',
  'piece-changed': () =>
    'Cette pièce a été notée autrement entre-temps : elle reste comme elle est. Relisez-la.',
  'no-late-return': () => 'Ce dossier n’a pas de retour tardif à admettre.',
  'reference-invalid': (detail) =>
    withCause('Cette liste officielle n’a pas la forme attendue ; rien n’a été importé', detail) + '.',
  'letter-not-allowed': ({ refusal }) => letterRefusalSentence(refusal),
  'unknown-letter': () => 'Cette lettre n’existe pas sur ce poste.',
  'unknown-portfolio': () => 'Ce portefeuille n’existe pas dans cette campagne.',
  'unknown-slip': () => 'Ce bordereau n’existe pas sur ce poste.',
  'slip-empty': () =>
    'Aucun dossier n’est prêt pour ce portefeuille : il faut une confirmation signée, pas encore transmise dans sa dernière version.',
  'file-unreadable': (detail) => withCause('Le fichier est illisible ou abîmé', detail) + '.',
  'file-unwritable': (detail) => withCause('Le fichier n’a pas pu être écrit', detail) + '.',
  'file-unsupported': (detail) =>
    withCause('Ce type de fichier n’est pas accepté ; utilisez JPEG, PNG, TIFF ou PDF', detail) + '.',
  'file-too-large': () => 'Le fichier est trop volumineux.',
  'disk-full': () => 'Le disque est plein : rien n’a été enregistré. Libérez de la place, puis recommencez.',
  'disk-low': () =>
    'Il reste moins de 500 Mo sur le disque de ce poste : les inscriptions continuent, les papiers attendent. Libérez de la place, puis recommencez.',
  'disk-failing': () =>
    'Le disque de ce poste ne répond pas comme il devrait : rien n’a été enregistré. Faites une sauvegarde sur une clé et prévenez le service informatique.',
  'database-damaged': ({ file }) =>
    file === undefined
      ? 'La base de ce poste est abîmée ; ne supprimez rien. Verrouillez le poste puis déverrouillez-le : il reprend sa dernière copie vérifiée et tout ce qui se lit encore, et dit ce qui manque.'
      : 'Un document conservé sur ce poste est abîmé ou absent ; ne supprimez rien et prévenez le service informatique.',
  'backup-unreadable': () => 'Ce fichier n’est pas une sauvegarde de Guichet, ou il n’est pas entier.',
  'backup-damaged': ({ name }) =>
    `Cette sauvegarde est abîmée${name ? ` (${name})` : ''} ; rien n’a été changé. Prenez-en une autre.`,
  'backup-newer': () =>
    'Cette sauvegarde vient d’une version plus récente du programme ; installez-la d’abord. Rien n’a été changé.',
  'printer-failed': (detail) => withCause('L’impression n’a pas été acceptée', detail) + '.',
  'no-print-service': () =>
    'Aucun service d’impression ne répond sur cet ordinateur : demandez au service informatique d’installer ou de démarrer CUPS, puis recommencez.',
  'printer-gone': ({ printer = '' }) =>
    `L’imprimante « ${printer} » n’existe pas, ou plus, sur cet ordinateur : choisissez-en une autre (Administration, Imprimante).`,
  'no-printer': () =>
    'Aucune imprimante n’est choisie sur ce poste, et l’ordinateur n’en a pas par défaut : choisissez-la (Administration, Imprimante).',
  'printer-silent': () =>
    'L’imprimante n’a pas répondu à temps : regardez si la feuille sort avant de réimprimer.',
  'unknown-print': () => 'Cette impression n’est plus dans la liste.',
  'print-not-withdrawn': () =>
    'Cette impression vient de sortir, ou n’a pas pu être retirée de la file : regardez l’imprimante. Si la feuille n’y est pas, réimprimez.',
  'no-signed-copy': () =>
    'Aucune confirmation signée de ce dossier n’a été numérisée ici : il n’y a pas d’exemplaire à montrer.',
  'seal-unreadable': () =>
    'Le cachet ne peut pas être lu : choisissez le fichier .p12 ou .pfx remis au service, avec sa phrase de passe.',
  'seal-unusable': () =>
    'Ce certificat ne peut pas sceller : il faut une clé RSA ou à courbe P-256, P-384 ou P-521, et une chaîne de moins de 16 ko.',
  'seal-expired': () =>
    'Le certificat du cachet n’est pas en cours de validité : le chef de bureau le remplace ou le retire dans Administration, Clés.',
  'print-not-kept': () => 'Le document imprimé n’est plus gardé : il ne peut pas être réimprimé d’ici.',
  ...SCANNER_SENTENCES,
  'unknown-conflict': () => 'Ce désaccord entre guichets n’est pas connu de ce poste.',
  'portal-asked': () =>
    'Un compte est déjà demandé ou ouvert pour ce dossier à cette adresse ; voyez ci-dessous où il en est.',
  'not-enrolled': () =>
    'Ce poste n’est pas encore rattaché au serveur central ; rattachez-le avec le code du rectorat.',
  'already-enrolled': () => 'Ce poste est déjà rattaché au serveur central.',
  'purged-alone': () =>
    'Ce poste a éliminé des dossiers avant d’être rattaché : la suite de ses opérations n’est plus entière et un centre ne pourrait pas la vérifier. Créez un poste neuf, et rattachez-le avant d’y éliminer.',
  'enrolment-refused': () =>
    'Le code de rattachement est inconnu, déjà employé ou périmé ; demandez-en un autre au rectorat.',
  'server-unreachable': (detail) =>
    withCause('Le serveur central ne répond pas ; les envois restent en attente et repartiront', detail) +
    '.',
  'server-nonsense': () =>
    'La réponse ne vient pas du serveur central attendu (portail d’accès ou panne) ; les envois restent en attente.',
  'server-refused': (detail) =>
    withCause('Le serveur central a refusé l’envoi ; rien n’est perdu', detail) + '.',
  'server-changed': () => 'Ce serveur n’est pas celui auquel le poste est rattaché ; rien n’a été envoyé.',
  'station-suspended': ({ reason }) => suspensionSentence(reason),
  'version-mismatch': ({ older }) =>
    older === 'centre'
      ? 'Le serveur central est d’une version plus ancienne que ce poste, qui ne sait plus lui parler : prévenez le rectorat. Rien n’est perdu : continuez à inscrire, tout partira après sa mise à jour.'
      : 'Ce poste est d’une version trop ancienne pour le serveur central : faites mettre le programme à jour. Rien n’est perdu : continuez à inscrire, tout partira ensuite.',
  'training-mismatch': () => 'Une base école et un poste réel ne s’échangent rien.',
  'batch-empty': () => 'Rien n’attend : il n’y a pas de lot à faire.',
  'batch-incomplete': () =>
    'Un dossier de ce lot a été éliminé depuis : le lot est défait, et ce qui attendait encore ira dans le suivant.',
  'batch-key-unknown': () =>
    'Ce poste ne connaît pas encore la clé pour laquelle chiffrer les lots : faites d’abord un envoi au serveur central.',
  'batch-unreadable': (detail) => withCause('Ce fichier n’est pas un lot de Guichet', detail) + '.',
  'batch-target-full': ({ written }) =>
    `La clé est pleine. ${volumesKept(written)} Faites de la place ou prenez une autre clé, puis écrivez le lot de nouveau.`,
  'batch-target-lost': ({ written }) =>
    `La clé ne répond plus (retirée ?). ${volumesKept(written)} Remettez-la, puis écrivez le lot de nouveau.`,
  'batch-target-read-only': () =>
    'On ne peut pas écrire dans ce dossier : la clé est protégée en écriture, ou réservée à quelqu’un d’autre. Rien n’a été écrit.',
  'batch-target-wrong': ({ written }) =>
    `Ce qui a été relu sur la clé n’est pas ce qui y a été écrit : elle est défectueuse. ${volumesKept(written)} Prenez une autre clé.`,
  'unknown-batch': () => 'Ce lot n’existe pas sur ce poste.',
  'receipt-unreadable': () =>
    'Ce fichier n’est pas un reçu du serveur central, ou il est abîmé ; rien n’a changé.',
  'receipt-forged': () =>
    'Ce reçu n’a pas été signé par le serveur central de ce poste ; il est refusé, et le refus est noté.',
  'receipt-elsewhere': () => 'Ce reçu est celui d’un autre poste ; rien n’a changé.',
  'receipt-former': () =>
    'Ce reçu répond à un lot d’avant le nouveau rattachement de ce poste : ce que ce lot contenait repart avec les envois suivants. Il n’y a rien à faire.',
  'receipt-outdated': () =>
    'Ce reçu date d’avant une restauration du serveur central : il ne prouve plus rien. Écrivez le lot de nouveau.',
  cancelled: () => 'L’opération a été interrompue ; ce qui était fait reste fait.',
  'unsupported-on-this-host': () => 'Cette fonction n’existe pas dans cette version du programme.',
  internal: () =>
    'Une erreur imprévue s’est produite ; rien n’a été enregistré. Recommencez, puis prévenez le service informatique.',
};

export function errorSentence(error: { code: ErrorCode; detail?: Detail | undefined }): string {
  return SENTENCES[error.code](error.detail ?? {});
}
