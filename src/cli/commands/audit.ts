import type { AuditFilters } from '#shared/contract/audit.ts';
import {
  auditFaultSentence,
  auditVerdictSentence,
  operationWords,
  outcomeWords,
} from '#shared/sentences/audit-sentences.ts';
import {
  EXIT,
  namedAction,
  requiredPositional,
  textOption,
  UsageError,
  type CliCommand,
  type CommandLine,
  type ExitCode,
  type UnlockedCore,
} from '../command.ts';
import { checkExport, fingerprintIn } from '../check-audit-export.ts';
import { withStation } from '../open-core.ts';
import { refuseExisting, writeWhole } from '../write-whole.ts';

type Action = (line: CommandLine, station: UnlockedCore) => Promise<ExitCode>;

const ACTIONS: Record<string, Action> = { list, verify, export: exportLog, keep };
/** By anybody, anywhere: no station is opened. */
const CHECK = 'check';

export const audit: CliCommand = {
  name: 'audit',
  summary: 'Journal de ce que les agents ont fait et consulté : le lire, le vérifier, l’exporter.',
  usage: 'audit list | verify | export FICHIER | check FICHIER | keep MOIS',
  help: [
    '  list     les lignes, la plus récente d’abord : --clerk IDENTIFIANT --operation COMMANDE --reference N° --from --until AAAA-MM-JJ --limit N --before LIGNE',
    '  verify   relit toute la chaîne et les points de contrôle signés ; sortie 1 quand quelque chose a été modifié, retiré ou coupé',
    '  export   --format ndjson|csv, mêmes filtres ; la signature du poste est écrite à côté (FICHIER.sig.json)',
    '  check    sans poste : le fichier exporté est-il celui que le poste a signé (FICHIER.sig.json) ; --key EMPREINTE exige ce poste-là ; sortie 1 sinon',
    '  keep     combien de mois le journal est gardé, de 6 à 12',
  ],
  options: {
    clerk: { type: 'string' },
    operation: { type: 'string' },
    reference: { type: 'string' },
    from: { type: 'string' },
    until: { type: 'string' },
    limit: { type: 'string' },
    before: { type: 'string' },
    format: { type: 'string' },
    force: { type: 'boolean' },
    key: { type: 'string' },
  },
  run(line) {
    if (line.positionals[0] === CHECK) return checkExport(line);
    const action = namedAction<Action>(line, { ...ACTIONS, [CHECK]: checkExport });
    return withStation(line, (station) => action(line, station));
  },
};

async function list(line: CommandLine, { call }: UnlockedCore): Promise<ExitCode> {
  const [limit, before] = ['limit', 'before'].map((name) => textOption(line, name));
  const found = await call('audit.list', {
    ...filtersOf(line),
    ...(limit ? { limit: Number(limit) } : {}),
    ...(before ? { before: Number(before) } : {}),
  });
  const text = found.entries.map(({ id, atMs, clerkName, clerkId, operation, reference, outcome }) =>
    [
      String(id).padStart(6),
      new Date(atMs).toISOString(),
      clerkName ?? clerkId,
      operationWords(operation),
      reference ?? '',
      outcomeWords(outcome),
    ].join('  '),
  );
  line.io.print(line.json ? JSON.stringify(found) : text.join('\n'));
  return EXIT.done;
}

async function verify({ json, io }: CommandLine, { call }: UnlockedCore): Promise<ExitCode> {
  const found = await call('audit.verify', {});
  io.print(
    json
      ? JSON.stringify(found)
      : [auditVerdictSentence(found), ...found.faults.map((fault) => `  ${auditFaultSentence(fault)}`)].join(
          '\n',
        ),
  );
  return found.faultCount === 0 ? EXIT.done : EXIT.failure;
}

async function exportLog(line: CommandLine, { call }: UnlockedCore): Promise<ExitCode> {
  const path = line.io.resolve(requiredPositional(line, 1, 'le fichier à écrire'));
  const signaturePath = `${path}.sig.json`;
  const format = textOption(line, 'format') ?? 'ndjson';
  if (format !== 'ndjson' && format !== 'csv') throw new UsageError('--format est ndjson ou csv.');
  refuseExisting(path, line);
  refuseExisting(signaturePath, line);
  const { file, signature, count } = await call('audit.export', { ...filtersOf(line), format });
  await writeWhole(path, [file.bytes]);
  await writeWhole(signaturePath, [signature.bytes]);
  line.io.print(
    line.json
      ? JSON.stringify({ file: path, signature: signaturePath, count })
      : `${count} lignes écrites dans ${path}, signées par le poste dans ${signaturePath}.\nEmpreinte de la clé du poste : ${fingerprintIn(signature.bytes)}`,
  );
  return EXIT.done;
}

async function keep(line: CommandLine, { call }: UnlockedCore): Promise<ExitCode> {
  const keepMonths = Number(requiredPositional(line, 1, 'le nombre de mois'));
  await call('audit.configure', { keepMonths });
  line.io.print(line.json ? '{}' : `Le journal est gardé ${keepMonths} mois.`);
  return EXIT.done;
}

function filtersOf(line: CommandLine): AuditFilters {
  const named = {
    clerkId: textOption(line, 'clerk'),
    operation: textOption(line, 'operation'),
    reference: textOption(line, 'reference'),
    from: textOption(line, 'from'),
    until: textOption(line, 'until'),
  };
  return Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined));
}
