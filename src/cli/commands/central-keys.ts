import type { CentrePlace } from '#central/index.ts';
import { EXIT, requiredOption, UsageError, type CommandLine, type ExitCode } from '../command.ts';

/** `guichet central keys [rotate --backup FILE]`: beside a centre, running or not. */
export async function centralKeys(line: CommandLine, place: CentrePlace): Promise<ExitCode> {
  const { listKeys, rotateKeys } = await import('#central/index.ts');
  const act = line.positionals[1] ?? 'list';
  if (act === 'list') {
    const keyIds = await listKeys(place);
    line.io.print(
      line.json
        ? JSON.stringify({ keyIds })
        : keyIds
            .map((keyId, index) => `${keyId}  ${index === keyIds.length - 1 ? 'signe' : 'remplacée'}`)
            .join('\n'),
    );
    return EXIT.done;
  }
  if (act !== 'rotate') throw new UsageError(`« ${act} » n’est pas une action : list ou rotate.`);
  const backup = line.io.resolve(requiredOption(line, 'backup'));
  const rotated = await rotateKeys(place, backup);
  line.io.print(
    line.json
      ? JSON.stringify({ ...rotated, backup })
      : `La clé ${rotated.keyId} remplace ${rotated.replaces}. Un serveur en marche la prend en moins d’une minute ; les postes la suivent d’eux-mêmes. Les codes de rattachement déjà donnés ne valent plus. Sauvegarde écrite : ${backup} ; les précédentes ne peuvent plus servir.`,
  );
  return EXIT.done;
}
