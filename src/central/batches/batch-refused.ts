import type { SignedStationKey } from '#shared/protocol/station-keys.ts';

/** Why a file is refused whole, before any effect. */
export const BATCH_REFUSALS = {
  empty: 'Le fichier est vide.',
  'not-a-batch': 'Ce n’est pas un lot de Guichet.',
  damaged:
    'Le lot est abîmé ou incomplet : des octets ont changé ou manquent. Écrivez-le de nouveau depuis le poste.',
  'other-reader': 'Ce lot n’a pas été chiffré pour ce serveur central, ou son en-tête est abîmé.',
  'not-as-listed': 'Le contenu du lot n’est pas celui que son manifeste annonce.',
  'unknown-station': 'Ce lot vient d’un poste qui n’est pas rattaché à ce serveur central.',
  'bad-signature': 'Le manifeste n’est pas signé par le poste dont il porte le nom.',
  'key-forked':
    'Deux ordinateurs ont changé, chacun de son côté, la clé de ce poste, qui a donc été copié. Rien n’est pris de ce lot et rien n’est perdu : sa réception suspend le poste, à rattacher de nouveau.',
  'other-centre': 'Ce lot est destiné à un autre serveur central.',
  'bad-op': 'Une opération du lot n’est pas signée par le poste, ou n’a pas la forme attendue.',
  'newer-version':
    'Ce lot vient d’une version plus récente du programme ; mettez le serveur central à jour, puis recevez-le de nouveau.',
  'batch-id-reused': 'Ce volume est déjà venu avec un autre contenu : le poste a peut-être été copié.',
  'training-mismatch': 'Une base école et un serveur réel ne s’échangent rien.',
} as const;
export type BatchRefusal = keyof typeof BATCH_REFUSALS;

/** Only a person who meddled, or a copied station, brings these: the rectorat is told. */
export const ALARMING: readonly BatchRefusal[] = [
  'other-reader',
  'not-as-listed',
  'unknown-station',
  'bad-signature',
  'key-forked',
  'other-centre',
  'bad-op',
  'batch-id-reused',
  'training-mismatch',
];

interface RefusedOptions {
  claimedStation?: string;
  forkedKeys?: readonly SignedStationKey[];
  cause?: unknown;
}

export class BatchRefused extends Error {
  readonly code: BatchRefusal;
  /** Whose name the manifest bears, once it could be read. */
  readonly claimedStation: string | undefined;
  /** What proves that two hold the keys of that station, and is not acted on yet. */
  readonly forkedKeys: readonly SignedStationKey[];

  constructor(code: BatchRefusal, options: RefusedOptions = {}) {
    super(BATCH_REFUSALS[code], { cause: options.cause });
    this.name = 'BatchRefused';
    this.code = code;
    this.claimedStation = options.claimedStation;
    this.forkedKeys = options.forkedKeys ?? [];
  }
}
