import { runConformance } from '../conformance/run-conformance.ts';
import { EXIT, requiredOption, requiredPositional, type CommandLine, type ExitCode } from '../command.ts';

/** `guichet central conformance URL --code CODE`: whatever server it is, of whoever wrote it. */
export async function centralConformance(line: CommandLine): Promise<ExitCode> {
  const url = requiredPositional(line, 1, 'l’adresse du serveur');
  const results = await runConformance(url, requiredOption(line, 'code'));
  const faults = results.filter(({ fault }) => fault !== undefined);
  line.io.print(
    line.json
      ? JSON.stringify({ url, checks: results.length, faults })
      : [
          ...results.map(({ name, fault }) =>
            fault === undefined ? `oui  ${name}` : `NON  ${name} : ${fault}`,
          ),
          `${results.length - faults.length} sur ${results.length} conformes`,
        ].join('\n'),
  );
  return faults.length === 0 ? EXIT.done : EXIT.failure;
}
