import type { Handlers, StationContext } from '#main/context.ts';
import type { Reference } from '#main/domains/reference/index.ts';
import { checklistOf } from './checklist.ts';
import { endFiles, withdraw, type Ends } from './end-file.ts';
import { handNotice } from './hand-notice.ts';
import { setFileLock } from './lock-file.ts';
import { setPiece } from './set-piece.ts';
import { worklistOf } from './worklist.ts';

type FileLifeCommands =
  | 'registrations.withdraw'
  | 'registrations.cancel'
  | 'registrations.exclude'
  | 'pieces.list'
  | 'pieces.set'
  | 'pieces.handNotice'
  | 'pieces.lock'
  | 'pieces.unlock'
  | 'pieces.worklist';

export function fileLifeHandlers(reference: Reference): Handlers<FileLifeCommands> {
  return {
    'registrations.withdraw': (input, context) => {
      const withdrawn = withdraw(context, reference, input);
      announce(context, withdrawn.registrationNumber);
      return withdrawn;
    },
    'registrations.cancel': (input, context) => announced(context, endFiles(context, input, 'cancelled')),
    'registrations.exclude': (input, context) => announced(context, endFiles(context, input, 'excluded')),
    'pieces.list': ({ number }, context) => checklistOf(context, reference, number),
    'pieces.set': (input, context) => {
      const { state, stateReason } = setPiece(context, reference, input);
      return { ...changedChecklist(context, reference, input.number), former: { state, stateReason } };
    },
    'pieces.handNotice': (input, context) => {
      handNotice(context, reference, input);
      return changedChecklist(context, reference, input.number);
    },
    'pieces.lock': ({ number }, context) => {
      announce(context, setFileLock(context, number, true));
      return {};
    },
    'pieces.unlock': ({ number, reason }, context) => {
      announce(context, setFileLock(context, number, false, { reason }));
      return {};
    },
    'pieces.worklist': ({ filter }, context) => worklistOf(context, reference, filter),
  };
}

function changedChecklist(context: StationContext, reference: Reference, number: string) {
  const checklist = checklistOf(context, reference, number);
  announce(context, checklist.registrationNumber);
  return checklist;
}

function announced(context: StationContext, ends: Ends): Ends {
  for (const number of ends.ended) announce(context, number);
  return ends;
}

function announce(context: StationContext, registrationNumber: string): void {
  context.emit('registrations.changed', { registrationNumber });
  context.emit('outbox.changed', {});
}
