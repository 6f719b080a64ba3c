import { BatchRefused } from './batches/batch-refused.ts';
import type { RefusalCode } from '#shared/protocol/refusal.ts';

const REFUSALS: Record<RefusalCode, { status: number; message: string }> = {
  'bad-request': { status: 400, message: 'Demande mal formée.' },
  'unknown-station': { status: 401, message: 'Ce poste n’est pas rattaché à ce serveur central.' },
  'bad-request-signature': {
    status: 401,
    message: 'La signature de la demande ne correspond pas à ce poste.',
  },
  'station-suspended': { status: 403, message: 'Ce poste est suspendu ; le rectorat doit trancher.' },
  'station-known-otherwise': { status: 409, message: 'Ce poste est déjà rattaché.' },
  'request-outdated': {
    status: 409,
    message:
      'Cette demande a été écrite avant que ce poste ne change de clé ; écrivez-la de nouveau sur ce poste.',
  },
  'code-unknown': { status: 403, message: 'Code de rattachement inconnu.' },
  'code-expired': { status: 403, message: 'Code de rattachement périmé.' },
  'code-used': { status: 403, message: 'Code de rattachement déjà employé.' },
  'blocks-exhausted': { status: 507, message: 'Il ne reste plus de série de numéros à donner.' },
  'training-mismatch': { status: 409, message: 'Une base école et un serveur réel ne s’échangent rien.' },
  'too-large': { status: 413, message: 'Demande trop volumineuse.' },
  'too-many': { status: 413, message: 'Trop d’éléments dans une seule demande.' },
  'not-found': { status: 404, message: 'Rien à cette adresse.' },
  'offset-conflict': { status: 409, message: 'Le fichier n’en est pas là.' },
  'blob-mismatch': { status: 460, message: 'Les octets reçus ne sont pas ceux annoncés.' },
  'batch-refused': { status: 422, message: 'Le lot est refusé.' },
  'disk-full': { status: 507, message: 'Le disque du serveur central est plein.' },
  unavailable: { status: 503, message: 'Le serveur central est momentanément indisponible.' },
  'upgrade-required': {
    status: 426,
    message:
      'Ce poste et le serveur central ne sont pas de versions qui se comprennent ; il faut mettre à jour l’un des deux.',
  },
  internal: { status: 500, message: 'Erreur imprévue du serveur central.' },
};

/** An anticipated refusal of a whole request; anything else thrown is answered as `internal` and logged. */
export class Refusal extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode, options?: ErrorOptions) {
    super(code, options);
    this.name = 'Refusal';
    this.code = code;
  }

  get status(): number {
    return REFUSALS[this.code].status;
  }

  get body(): { code: RefusalCode; message: string } {
    // The one refusal whose reason lies in the file: the sentence is that of the file's own.
    const { cause } = this;
    const message = cause instanceof BatchRefused ? cause.message : REFUSALS[this.code].message;
    return { code: this.code, message };
  }
}
