import { GuichetError } from '#shared/errors.ts';
import { helloSchema } from '#shared/protocol/replies.ts';
import type { CentralLink } from './central-link.ts';

/** Makes sure, before anything is sent, that this is our centre and that it will listen. Returns its epoch. */
export async function greet(link: CentralLink): Promise<string> {
  const hello = await link.ask({ method: 'GET', path: '/v1/hello' }, helloSchema);
  if (hello.training !== link.identity.training) throw new GuichetError('training-mismatch');
  if (hello.station?.stationId !== link.identity.stationId) throw refused('poste inconnu du serveur central');
  if (hello.station.suspended) throw refused('poste suspendu par le serveur central');
  return hello.epoch;
}

function refused(cause: string): GuichetError {
  return new GuichetError('server-refused', { detail: { cause } });
}
