import type { contract, CommandName } from './contract/index.ts';
import type { Role } from './contract/station.ts';

/** Clerks who may set a rule aside, correct an identity, end a candidature, unlock a file. */
export const SUPERVISORS: readonly Role[] = ['caseManager', 'bureauHead'];
const HEAD: readonly Role[] = ['bureauHead'];
/** Who looks at what clerks did. */
const CONTROL: readonly Role[] = ['auditor', ...HEAD];
/** Who serves candidates, and so sees their files, the answer about disability included. */
const STAFF: readonly Role[] = ['counterAgent', ...SUPERVISORS];
/** Nothing of a candidate's file is read or changed by these: an auditor may call them, and no other. */
const EVERYONE: readonly Role[] = [...STAFF, 'auditor'];

type ReservedCommand = {
  [Name in CommandName]: (typeof contract)[Name]['access'] extends 'public' ? never : Name;
}[CommandName];

/** Role × command, whole: a command without a line does not compile. Those marked `public` run before anybody has unlocked. */
export const RIGHTS: Record<ReservedCommand, readonly Role[]> = {
  'campaigns.get': EVERYONE,
  'campaigns.history': EVERYONE,
  'campaigns.list': EVERYONE,
  'figures.get': EVERYONE,
  'reference.achievementRules': EVERYONE,
  'reference.communes': EVERYONE,
  'reference.countries': EVERYONE,
  'reference.examPapers': EVERYONE,
  'reference.lists': EVERYONE,
  'reference.physicalEducation': EVERYONE,
  'reference.specialties': EVERYONE,
  'retention.reports': EVERYONE,
  'retention.settings': EVERYONE,
  'safekeeping.status': EVERYONE,
  'session.touch': EVERYONE,
  'session.approve': STAFF,
  'station.changePassphrase': EVERYONE,
  'sync.status': EVERYONE,
  'batches.chooseFolder': STAFF,
  'batches.deliver': STAFF,
  'batches.export': STAFF,
  'batches.inspect': STAFF,
  'batches.list': STAFF,
  'batches.receipt': STAFF,
  'batches.receiptCode': STAFF,
  'calibration.chart': STAFF,
  'calibration.current': STAFF,
  'calibration.read': STAFF,
  'campaigns.check': STAFF,
  'campaigns.compare': STAFF,
  'candidates.get': STAFF,
  'candidates.prefill': STAFF,
  'confirmations.issue': STAFF,
  'confirmations.print': STAFF,
  'conflicts.list': STAFF,
  'drafts.discard': STAFF,
  'drafts.get': STAFF,
  'drafts.list': STAFF,
  'drafts.save': STAFF,
  'jobs.cancel': STAFF,
  'jobs.get': STAFF,
  'jobs.list': STAFF,
  'letters.issue': STAFF,
  'letters.issueMany': STAFF,
  'letters.list': STAFF,
  'letters.open': STAFF,
  'letters.openBatch': STAFF,
  'letters.print': STAFF,
  'letters.printBatch': STAFF,
  'lists.choices': STAFF,
  'lists.chunk': STAFF,
  'lists.export': STAFF,
  'pieces.handNotice': STAFF,
  'pieces.list': STAFF,
  'pieces.lock': STAFF,
  'pieces.set': STAFF,
  'pieces.worklist': STAFF,
  'portal.request': STAFF,
  'portal.requests': STAFF,
  'portfolios.list': STAFF,
  'portfolios.makeSlip': STAFF,
  'portfolios.of': STAFF,
  'portfolios.printSlip': STAFF,
  'portfolios.queue': STAFF,
  'portfolios.slipPdf': STAFF,
  'portfolios.slips': STAFF,
  'printers.choose': STAFF,
  'printers.list': STAFF,
  'printers.test': STAFF,
  'prints.again': STAFF,
  'prints.cancel': STAFF,
  'prints.dismiss': STAFF,
  'prints.list': STAFF,
  'registrations.amend': STAFF,
  'registrations.check': STAFF,
  'registrations.get': STAFF,
  'registrations.list': STAFF,
  'registrations.register': STAFF,
  'registrations.registerMany': STAFF,
  'registrations.search': STAFF,
  'registrations.withdraw': STAFF,
  'returns.accept': STAFF,
  'returns.ask': STAFF,
  'returns.image': STAFF,
  'returns.list': STAFF,
  'returns.ofFile': STAFF,
  'returns.open': STAFF,
  'returns.overdue': STAFF,
  'returns.read': STAFF,
  'returns.printSignedCopy': STAFF,
  'returns.record': STAFF,
  'returns.refuse': STAFF,
  'returns.signedCopy': STAFF,
  'returns.stacks': STAFF,
  'returns.summary': STAFF,
  'returns.scan': STAFF,
  'seal.current': STAFF,
  'scanners.choose': STAFF,
  'station.firstSteps': STAFF,
  'station.keepFirstSteps': STAFF,
  'scanners.list': STAFF,
  'scanners.test': STAFF,
  'safekeeping.chooseFolder': STAFF,
  'safekeeping.snapshot': STAFF,
  'safekeeping.verify': STAFF,
  'sync.digest': STAFF,
  'sync.queue': STAFF,
  'sync.run': STAFF,
  'views.discard': STAFF,
  'views.list': STAFF,
  'views.save': STAFF,
  'access.export': SUPERVISORS,
  'calibration.forget': SUPERVISORS,
  'calibration.keep': SUPERVISORS,
  'campaigns.import': SUPERVISORS,
  'conflicts.resolve': SUPERVISORS,
  'pieces.unlock': SUPERVISORS,
  'reference.import': SUPERVISORS,
  'registrations.cancel': SUPERVISORS,
  'registrations.correct': SUPERVISORS,
  'registrations.exclude': SUPERVISORS,
  'retention.configure': SUPERVISORS,
  'retention.disposalList': SUPERVISORS,
  'retention.hold': SUPERVISORS,
  'retention.preview': SUPERVISORS,
  'retention.release': SUPERVISORS,
  'returns.admit': SUPERVISORS,
  'safekeeping.backup': SUPERVISORS,
  'safekeeping.configure': SUPERVISORS,
  'scanners.declare': SUPERVISORS,
  'sync.dismiss': SUPERVISORS,
  'sync.enrol': SUPERVISORS,
  'sync.enrolAgain': SUPERVISORS,
  'sync.enrolmentAnswer': SUPERVISORS,
  'sync.enrolmentFile': SUPERVISORS,
  'sync.rotateKey': SUPERVISORS,
  'clerks.add': HEAD,
  'clerks.changeRole': HEAD,
  'clerks.disable': HEAD,
  'clerks.enable': HEAD,
  'clerks.list': HEAD,
  'clerks.resetPassphrase': HEAD,
  'retention.purge': HEAD,
  'seal.install': HEAD,
  'seal.remove': HEAD,
  'station.configureKeys': HEAD,
  'station.keySettings': HEAD,
  'station.liftExpiry': HEAD,
  'station.makeRecoveryKey': HEAD,
  'station.rekey': HEAD,
  'audit.configure': HEAD,
  'audit.export': CONTROL,
  'audit.list': CONTROL,
  'audit.verify': CONTROL,
};

export function mayCall(role: Role, command: CommandName): boolean {
  return !isReserved(command) || RIGHTS[command].includes(role);
}

function isReserved(command: CommandName): command is ReservedCommand {
  return Object.hasOwn(RIGHTS, command);
}

/** Whether this clerk is given the key of what tells of a candidate's health; nobody else can decipher it (docs/adr/0008). */
export function mayReadHealth(role: Role): boolean {
  return STAFF.includes(role);
}

/** Whether this clerk may set aside a blocking rule, with a reason that is kept. */
export function mayOverride(role: Role): boolean {
  return SUPERVISORS.includes(role);
}

/** Whether this clerk may discard a view that another one shares. */
export function mayDiscardSharedView(role: Role): boolean {
  return SUPERVISORS.includes(role);
}

/** Whether this clerk may spare a candidate a piece, with a reason that is kept. */
export function mayExempt(role: Role): boolean {
  return SUPERVISORS.includes(role);
}

/** Whether this clerk may have the station say no more of what remains of its beginning, to anybody. */
export function mayDismissFirstSteps(role: Role): boolean {
  return HEAD.includes(role);
}

/** Whether this clerk may correct an identity after registration, an identity document seen (S4-07). */
export function mayCorrectIdentity(role: Role): boolean {
  return SUPERVISORS.includes(role);
}
