import { backupResultSchema, verificationSchema } from '#shared/contract/safekeeping.ts';
import { errorSentence } from '#shared/sentences/error-sentences.ts';
import {
  backupSentences,
  hasFaults,
  momentWords,
  RENEWED,
  safekeepingEventWords,
  verificationSentences,
} from '#shared/sentences/safekeeping-sentences.ts';
import { counted } from '#shared/sentences/counted.ts';
import { EXIT, requiredPositional, textOption, UsageError, type CliCommand } from '../command.ts';
import { askSecret } from '../ask-secret.ts';
import { caller, dataFolderOf, openLockedCore, passphraseOf, withStation } from '../open-core.ts';
import { waitForJob } from '../wait-for-job.ts';

export const backup: CliCommand = {
  name: 'backup',
  summary: 'Sauvegarde entière du poste, relue avant d’être nommée.',
  usage: 'backup FICHIER|DOSSIER',
  help: [
    '  Écrit la base, les documents et les clés en un fichier .tar, chiffré, sur une clé ou un partage.',
    '  La phrase de passe de la sauvegarde est GUICHET_BACKUP_PASSPHRASE, sinon celle de l’agent :',
    '  elle seule l’ouvrira sur un autre ordinateur. --out FICHIER|DOSSIER s’écrit aussi.',
  ],
  options: { out: { type: 'string' } },
  run(line) {
    const to = line.io.resolve(
      textOption(line, 'out') ?? requiredPositional(line, 0, 'le fichier ou le dossier'),
    );
    return withStation(line, async (station) => {
      const passphrase = process.env['GUICHET_BACKUP_PASSPHRASE'] ?? (await passphraseOf(line));
      const { jobId } = await station.call('safekeeping.backup', { to, passphrase });
      const onInterrupt = () => void station.call('jobs.cancel', { id: jobId });
      process.once('SIGINT', onInterrupt);
      try {
        const result = await waitForJob(station, jobId, (job) => line.io.say(job.label));
        const written = backupResultSchema.parse(result);
        line.io.print(line.json ? JSON.stringify(written) : backupSentences(written).join('\n'));
        return written.missing.length > 0 ? EXIT.someRefused : EXIT.done;
      } finally {
        process.removeListener('SIGINT', onInterrupt);
      }
    });
  },
};

export const restore: CliCommand = {
  name: 'restore',
  summary: 'Remet en place une sauvegarde ; ce qui était là est mis à part, jamais détruit.',
  usage: 'restore FICHIER --agent LOGIN [--replace]',
  help: [
    '  --agent    identifiant de l’agent qui ouvrira le poste (sa phrase de passe sera celle de la sauvegarde',
    '             sur un autre ordinateur ; sur le même, chacun garde la sienne)',
    '  --replace  remplace le poste de ce dossier, qui est conservé dans damaged/',
    '  La phrase de passe de la sauvegarde est GUICHET_BACKUP_PASSPHRASE, sinon GUICHET_PASSPHRASE, sinon demandée.',
  ],
  options: { replace: { type: 'boolean' } },
  async run(line) {
    const file = line.io.resolve(requiredPositional(line, 0, 'la sauvegarde'));
    const login = textOption(line, 'agent') ?? process.env['GUICHET_AGENT'];
    if (login === undefined) throw new UsageError('Il manque --agent.');
    const passphrase =
      process.env['GUICHET_BACKUP_PASSPHRASE'] ??
      process.env['GUICHET_PASSPHRASE'] ??
      (await askSecret('Phrase de passe de la sauvegarde : ', line.io));
    const core = await openLockedCore(dataFolderOf(line));
    try {
      const replace = line.options['replace'] === true;
      const restored = await caller(core)('safekeeping.restore', { file, login, passphrase, replace });
      const sentences = [
        `Poste restauré de la sauvegarde du ${momentWords(restored.madeAtMs)} : ${counted(restored.counts.registrations, 'inscription')}, ${counted(restored.files, 'document')}.`,
        ...(restored.keptIn === null ? [] : [`Ce qui était là est conservé dans ${restored.keptIn}.`]),
        ...(restored.identity === 'renewed' ? [RENEWED] : []),
      ];
      line.io.print(line.json ? JSON.stringify(restored) : sentences.join('\n'));
      return EXIT.done;
    } finally {
      await core.close();
    }
  },
};

export const verify: CliCommand = {
  name: 'verify',
  summary: 'Relit tout : la base, la suite des opérations, chaque document, chaque copie.',
  usage: 'verify',
  help: ['  Code de sortie : 0 quand tout se relit, 3 quand quelque chose est abîmé ou absent.'],
  options: {},
  run(line) {
    return withStation(line, async (station) => {
      const { jobId } = await station.call('safekeeping.verify', {});
      const result = await waitForJob(station, jobId, (job) => line.io.say(job.label));
      const found = verificationSchema.parse(result);
      const { events, isDiskLow } = await station.call('safekeeping.status', {});
      if (isDiskLow) line.io.say(errorSentence({ code: 'disk-low' }));
      const told = events
        .filter(({ kind }) => kind === 'recovered' || kind === 'swept')
        .flatMap((event) => [`${momentWords(event.atMs)} :`, ...safekeepingEventWords(event).sentences]);
      line.io.print(
        line.json ? JSON.stringify(found) : [...verificationSentences(found), ...told].join('\n'),
      );
      return hasFaults(found) ? EXIT.someRefused : EXIT.done;
    });
  },
};
