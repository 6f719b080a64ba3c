import { GuichetError, type ErrorCode } from '#shared/errors.ts';
import { exchange, nonsense } from './exchange.ts';
import { elementsNamed, readXml, textNamed } from './read-xml.ts';

const BY_ADF_STATE: Readonly<Record<string, ErrorCode>> = {
  ScannerAdfJam: 'paper-jam',
  ScannerAdfMispick: 'paper-jam',
  ScannerAdfMultipickDetected: 'double-feed',
  ScannerAdfHatchOpen: 'cover-open',
  ScannerAdfDoorOpen: 'cover-open',
  ScannerAdfDuplexPageTooShort: 'paper-jam',
  ScannerAdfDuplexPageTooLong: 'paper-jam',
  ScannerAdfEmpty: 'feeder-empty',
};

export interface ScannerStatus {
  /** What the feeder complains of; `feeder-empty` is also how a stack ends. */
  feeder: ErrorCode | undefined;
  /** `Idle`, `Processing`, `Testing`, `Stopped`, `Down`. */
  state: string;
  /** Of one job: `Completed`, `Aborted`, `Canceled`… */
  jobState: string | undefined;
}

/** What the scanner says of itself, and of the job at this path. */
export async function askStatus(root: URL, jobPath?: string): Promise<ScannerStatus> {
  const { status, body } = await exchange({ url: new URL('ScannerStatus', root) });
  if (status !== 200) throw nonsense(`ScannerStatus ${status}`);
  const xml = readXml(body.toString('utf8'));
  const job = elementsNamed(xml, 'JobInfo').find(
    (info) => jobPath !== undefined && textNamed(info, 'JobUri')?.endsWith(jobPath),
  );
  return {
    feeder: BY_ADF_STATE[textNamed(xml, 'AdfState') ?? ''],
    state: textNamed(xml, 'State') ?? '',
    jobState: job && textNamed(job, 'JobState'),
  };
}

/** Why a job was refused or cut short, as far as the scanner tells. */
export async function faultOfStatus(
  root: URL,
  isFeeder: boolean,
  refusal: GuichetError,
): Promise<GuichetError> {
  const { feeder, state } = await askStatus(root);
  if (isFeeder && feeder !== undefined) return new GuichetError(feeder);
  if (state === 'Processing') return new GuichetError('scanner-busy');
  return refusal;
}
