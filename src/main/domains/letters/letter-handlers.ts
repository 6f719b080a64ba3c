import { LETTER_KINDS, type Letter } from '#shared/contract/letters.ts';
import { letterRefusal } from '#shared/rules/campaign-letters.ts';
import { LETTER_LABELS } from '#shared/sentences/letter-sentences.ts';
import type { Handlers } from '#main/context.ts';
import type { Reference } from '#main/domains/reference/index.ts';
import { getRegistration } from '#main/domains/registrations/index.ts';
import { sendPrint } from '#main/printing/index.ts';
import { issueLetter } from './issue-letter.ts';
import { issueMany } from './issue-many.ts';
import { groundOf, letterFactsOf } from './letter-facts.ts';
import { FILE_WORDS, getBatch, getLetter, lettersOf, type StoredLetter } from './letter-store.ts';

type LetterCommands =
  | 'letters.issue'
  | 'letters.list'
  | 'letters.open'
  | 'letters.print'
  | 'letters.issueMany'
  | 'letters.openBatch'
  | 'letters.printBatch';

export function letterHandlers(reference: Reference): Handlers<LetterCommands> {
  return {
    'letters.issue': async (order, context) => {
      const { letter, pdf } = await issueLetter(context, reference, order);
      return { ...told(letter), pdf };
    },
    'letters.list': ({ number }, context) => {
      const registration = getRegistration(context, number);
      const ground = groundOf(letterFactsOf(context, reference, registration));
      return {
        letters: lettersOf(context.database, registration.id).map(told),
        choices: LETTER_KINDS.map((kind) => ({ kind, refusal: letterRefusal(kind, ground) })),
      };
    },
    'letters.open': ({ id }, { database, files }) => {
      const letter = getLetter(database, id);
      return { ...told(letter), pdf: files.get(letter.fileId) };
    },
    'letters.print': ({ id, printer }, context) => {
      const { fileId, kind, registrationNumber } = getLetter(context.database, id);
      const registrationId = getRegistration(context, registrationNumber).id;
      const title = `${LETTER_LABELS[kind]} ${registrationNumber}`;
      return sendPrint(context, { title, pdf: context.files.get(fileId), registrationId, fileId, printer });
    },
    'letters.issueMany': (order, context) => ({
      jobId: context.jobs.start('letters.issueMany', (handle) =>
        issueMany(context, reference, order, handle),
      ),
    }),
    'letters.openBatch': ({ id }, { database, files }) => {
      const { kind, letterCount, fileId } = getBatch(database, id);
      return {
        kind,
        letterCount,
        fileName: `${FILE_WORDS[kind]}-${letterCount}.pdf`,
        pdf: files.get(fileId),
      };
    },
    'letters.printBatch': ({ id, printer }, context) => {
      const { kind, letterCount, fileId } = getBatch(context.database, id);
      const title = `${LETTER_LABELS[kind]} (${letterCount})`;
      return sendPrint(context, { title, pdf: context.files.get(fileId), fileId, printer });
    },
  };
}

/** Without where it is archived. */
function told({ fileId: _fileId, ...letter }: StoredLetter): Letter {
  return letter;
}
