import { groupCandidateNumber, groupRegistrationNumber } from '#shared/rules/registration-number.ts';
import { EXIT, requiredOption, requiredPositional, type CliCommand } from '../command.ts';
import { withStation } from '../open-core.ts';

export const withdraw: CliCommand = {
  name: 'withdraw',
  summary: 'Désinscrit un candidat, à sa demande et jusqu’à la clôture ; c’est définitif.',
  usage: 'withdraw NUMÉRO --reason MOTIF',
  help: [
    '  Le numéro ne sert plus jamais. Qui change d’avis fait une nouvelle inscription, sous le même numéro de candidat.',
  ],
  options: { reason: { type: 'string' } },
  run: (line) =>
    withStation(line, async ({ call }) => {
      const withdrawn = await call('registrations.withdraw', {
        number: requiredPositional(line, 0, 'le numéro d’inscription'),
        reason: requiredOption(line, 'reason'),
      });
      const { registrationNumber, candidateNumber } = withdrawn;
      line.io.print(
        line.json
          ? JSON.stringify(withdrawn)
          : `N° ${groupRegistrationNumber(registrationNumber)} désinscrit (candidat ${groupCandidateNumber(candidateNumber)}).`,
      );
      return EXIT.done;
    }),
};
