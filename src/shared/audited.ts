import type { CommandName, CommandOutput, ParsedInput } from './contract/index.ts';

/**
 * What the audit log says of a command: whether it shows or changes something of a person, or of who may see one, and which identifiers
 * it is about. Identifiers only, never what was typed. `output` is absent of a call that failed, or has not ended.
 */
export interface AuditLine<Name extends CommandName = CommandName> {
  /** `acts`: on the station itself, or on all it holds. */
  does: 'shows' | 'changes' | 'acts';
  of(input: ParsedInput<Name>, output: CommandOutput<Name> | undefined): readonly (string | undefined)[];
}

const about = <Input>(does: AuditLine['does'], of: (input: Input) => readonly (string | undefined)[]) => ({
  does,
  of,
});
/** Of many people at once, or of none in particular: a search is told without its terms. */
const shows = about('shows', () => []);
const changes = about('changes', () => []);
const acts = about('acts', () => []);
const showsNumber = about('shows', ({ number }: { number: string }) => [number]);
const changesNumber = about('changes', ({ number }: { number: string }) => [number]);
const showsId = about('shows', ({ id }: { id: string }) => [id]);
const actsOnId = about('acts', ({ id }: { id: string }) => [id]);
const changesId = about('changes', ({ id }: { id: string }) => [id]);
const showsCandidate = about('shows', (input: { candidateNumber: string }) => [input.candidateNumber]);
const changesMany = about('changes', ({ numbers }: { numbers: readonly string[] }) => numbers);
/** Nothing of a person: lists of reference, settings of the machine, counts, what works for the screen. */
const NOTHING = null;

/** Every command: one without a line does not compile. What is changed through an op is told by the op's own number. */
export const AUDITED: { [Name in CommandName]: AuditLine<Name> | null } = {
  'station.status': NOTHING,
  'station.setup': acts,
  'station.recover': acts,
  'station.changePassphrase': acts,
  'station.keySettings': NOTHING,
  'station.configureKeys': acts,
  'station.liftExpiry': acts,
  'station.makeRecoveryKey': acts,
  'station.rekey': acts,
  'station.firstSteps': NOTHING,
  'station.keepFirstSteps': NOTHING,
  'clerks.list': NOTHING,
  'clerks.add': { does: 'acts', of: (_input, output) => [output?.clerk.id] },
  'clerks.changeRole': actsOnId,
  'clerks.disable': actsOnId,
  'clerks.enable': actsOnId,
  'clerks.resetPassphrase': actsOnId,
  'session.touch': NOTHING,
  'session.approve': acts,
  'session.unlock': acts,
  'session.lock': acts,
  'reference.specialties': NOTHING,
  'reference.examPapers': NOTHING,
  'reference.academies': NOTHING,
  'reference.communes': NOTHING,
  'reference.countries': NOTHING,
  'reference.physicalEducation': NOTHING,
  'reference.achievementRules': NOTHING,
  'reference.lists': NOTHING,
  'reference.import': NOTHING,
  'campaigns.list': NOTHING,
  'campaigns.get': NOTHING,
  'campaigns.check': NOTHING,
  'campaigns.compare': NOTHING,
  'campaigns.import': NOTHING,
  'campaigns.history': NOTHING,
  'drafts.save': {
    does: 'changes',
    of: ({ registrationNumber, id }, output) => [registrationNumber ?? id ?? output?.id],
  },
  'drafts.list': shows,
  'drafts.get': showsId,
  'drafts.discard': changesId,
  // Judges what is on the screen already, at each key.
  'registrations.check': NOTHING,
  'registrations.register': {
    does: 'changes',
    of: (_input, output) => [output?.registrationNumber],
  },
  'registrations.registerMany': changes,
  'registrations.get': showsNumber,
  'registrations.search': shows,
  'registrations.amend': changesNumber,
  'registrations.correct': changesNumber,
  'registrations.withdraw': changesNumber,
  'registrations.cancel': changesMany,
  'registrations.exclude': changesMany,
  'registrations.list': shows,
  'candidates.get': showsCandidate,
  'candidates.prefill': showsCandidate,
  'confirmations.issue': changesNumber,
  'confirmations.print': showsNumber,
  'printers.list': NOTHING,
  'printers.choose': NOTHING,
  'printers.test': NOTHING,
  'prints.list': NOTHING,
  // By the file's number: the print itself is forgotten after some days.
  'prints.again': { does: 'shows', of: ({ id }, output) => [output?.registrationNumber ?? id] },
  'prints.cancel': NOTHING,
  'prints.dismiss': NOTHING,
  'returns.read': changes,
  'returns.scan': changes,
  'returns.stacks': NOTHING,
  'returns.summary': NOTHING,
  'returns.list': shows,
  'returns.open': showsId,
  'returns.image': showsId,
  'returns.accept': changesId,
  'returns.refuse': changesId,
  'returns.ask': changesId,
  'returns.record': changesNumber,
  'returns.ofFile': showsNumber,
  'returns.signedCopy': showsNumber,
  'returns.printSignedCopy': showsNumber,
  'returns.admit': changesNumber,
  'returns.overdue': shows,
  'calibration.chart': NOTHING,
  'calibration.read': NOTHING,
  'calibration.keep': NOTHING,
  'calibration.forget': NOTHING,
  'calibration.current': NOTHING,
  'seal.current': NOTHING,
  'seal.install': acts,
  'seal.remove': acts,
  'pieces.list': showsNumber,
  'pieces.set': changesNumber,
  'pieces.handNotice': changesNumber,
  'pieces.lock': changesNumber,
  'pieces.unlock': changesNumber,
  'pieces.worklist': shows,
  'letters.issue': changesNumber,
  'letters.list': showsNumber,
  'letters.open': showsId,
  'letters.print': showsId,
  'letters.issueMany': changesMany,
  'letters.openBatch': showsId,
  'letters.printBatch': showsId,
  'portal.request': changesNumber,
  'portal.requests': showsNumber,
  'portfolios.of': showsNumber,
  'portfolios.list': NOTHING,
  'portfolios.queue': about('shows', ({ portfolioId }: { portfolioId: string }) => [portfolioId]),
  'portfolios.makeSlip': about('changes', ({ portfolioId }: { portfolioId: string }) => [portfolioId]),
  'portfolios.slips': NOTHING,
  'portfolios.slipPdf': showsId,
  'portfolios.printSlip': showsId,
  'sync.status': NOTHING,
  'sync.digest': NOTHING,
  'sync.queue': shows,
  'sync.dismiss': about('changes', ({ opId }: { opId: string }) => [opId]),
  'sync.enrol': acts,
  'sync.enrolAgain': acts,
  'sync.enrolmentFile': NOTHING,
  'sync.enrolmentAnswer': acts,
  'sync.rotateKey': acts,
  'sync.run': NOTHING,
  'batches.list': NOTHING,
  'batches.export': about('shows', ({ batchId }: { batchId?: string | undefined }) => [batchId]),
  'batches.chooseFolder': NOTHING,
  'batches.receipt': NOTHING,
  'batches.deliver': NOTHING,
  'batches.receiptCode': NOTHING,
  'batches.inspect': NOTHING,
  'conflicts.list': about('shows', ({ number }: { number?: string | undefined }) => [number]),
  'conflicts.resolve': changesId,
  'lists.choices': NOTHING,
  'lists.export': acts,
  // The rest of an export that is told already.
  'lists.chunk': NOTHING,
  'views.list': NOTHING,
  'views.save': NOTHING,
  'views.discard': NOTHING,
  'figures.get': NOTHING,
  'retention.settings': NOTHING,
  'retention.configure': acts,
  'retention.preview': shows,
  'retention.disposalList': NOTHING,
  'retention.purge': acts,
  'retention.reports': NOTHING,
  'retention.hold': changesNumber,
  'retention.release': changesNumber,
  'access.export': showsCandidate,
  'safekeeping.status': NOTHING,
  'safekeeping.configure': NOTHING,
  'safekeeping.snapshot': NOTHING,
  'safekeeping.chooseFolder': NOTHING,
  'safekeeping.backup': acts,
  'safekeeping.verify': NOTHING,
  // The base becomes another, with its own log; what was done is an event of the safekeeping.
  'safekeeping.restore': NOTHING,
  'scanners.list': NOTHING,
  'scanners.choose': NOTHING,
  'scanners.declare': NOTHING,
  'scanners.test': NOTHING,
  'audit.list': shows,
  'audit.verify': shows,
  'audit.export': acts,
  'audit.configure': acts,
  'jobs.get': NOTHING,
  'jobs.list': NOTHING,
  'jobs.cancel': NOTHING,
};

/** The line of one command, for whoever does not know which: its schema vouches for what `of` is given. */
export function auditLineOf(name: CommandName): AuditLine | null {
  return AUDITED[name];
}
