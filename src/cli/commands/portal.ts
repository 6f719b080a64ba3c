import { portalSentence } from '#shared/sentences/portal-sentences.ts';
import { EXIT, requiredPositional, type CliCommand } from '../command.ts';
import { withStation } from '../open-core.ts';

export const portal: CliCommand = {
  name: 'portal',
  summary: 'Le compte du candidat sur le portail : où il en est, ou la demande d’en ouvrir un.',
  usage: 'portal NUMÉRO [--open]',
  help: [
    '  --open  enregistre la demande, à l’adresse du dossier ; elle part au prochain envoi (« guichet sync »).',
    '  Le candidat choisit son mot de passe lui-même, sous 48 heures.',
  ],
  options: { open: { type: 'boolean' } },
  run: (line) =>
    withStation(line, async ({ call }) => {
      const number = requiredPositional(line, 0, 'le numéro d’inscription');
      if (line.options['open'] === true) await call('portal.request', { number });
      const requests = await call('portal.requests', { number });
      const words =
        requests.map(portalSentence).join('\n') || 'Aucun compte n’a été demandé pour ce dossier.';
      line.io.print(line.json ? JSON.stringify(requests) : words);
      return EXIT.done;
    }),
};
