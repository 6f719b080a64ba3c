import { execFile } from 'node:child_process';
import { z } from 'zod';
import type { PrinterTrouble } from '#shared/contract/printing.ts';
import type { SpoolState } from '#main/ports/printer.ts';

const TIMEOUT_MS = 10_000;

/** The printer's name goes by the environment: in the command it could be read as one. */
const ASK =
  '@(Get-PrintJob -PrinterName $env:GUICHET_PRINTER -ErrorAction Stop) | Select-Object Id,UserName,@{n="JobStatus";e={"$($_.JobStatus)"}} | ConvertTo-Json -Compress';
const REMOVE = 'Remove-PrintJob -PrinterName $env:GUICHET_PRINTER -ID $env:GUICHET_JOB -ErrorAction Stop';

const jobSchema = z
  .object({ Id: z.number(), UserName: z.string().nullable(), JobStatus: z.string() })
  .transform(({ Id, UserName, JobStatus }) => ({ id: Id, user: UserName ?? '', status: JobStatus }));
const jobsSchema = z.union([jobSchema.transform((job) => [job]), z.array(jobSchema)]);

export interface WindowsPrintJob {
  id: number;
  /** Who sent it. */
  user: string;
  /** Flags of Win32's JOB_STATUS, e.g. `Printing, PaperOut`. */
  status: string;
}

/** The jobs that a printer's queue still holds. Throws what PowerShell throws. */
export async function windowsPrintJobs(printer: string): Promise<WindowsPrintJob[]> {
  return jobsOf(await powershell(ASK, { GUICHET_PRINTER: printer }));
}

export async function removeWindowsPrintJob(printer: string, id: number): Promise<void> {
  await powershell(REMOVE, { GUICHET_PRINTER: printer, GUICHET_JOB: String(id) });
}

/** Nothing at all for an empty queue. */
export function jobsOf(answer: string): WindowsPrintJob[] {
  return answer.trim() === '' ? [] : jobsSchema.parse(JSON.parse(answer));
}

const TROUBLES: readonly (readonly [string, PrinterTrouble])[] = [
  ['PaperOut', 'no-paper'],
  ['Offline', 'unreachable'],
  ['Paused', 'held'],
  ['UserIntervention', 'other'],
  ['Blocked', 'other'],
  ['Error', 'other'],
];

/** A queue that no longer holds the job has handed it to the printer: Windows keeps no trace of what is over. */
export function windowsSpoolState(job: WindowsPrintJob | undefined): SpoolState {
  if (!job) return { state: 'printed', troubles: [], words: '' };
  const flags = job.status.split(',').map((flag) => flag.trim());
  if (flags.includes('Deleted') || flags.includes('Deleting'))
    return { state: 'cancelled', troubles: [], words: '' };
  if (flags.includes('Printed') || flags.includes('Complete'))
    return { state: 'printed', troubles: [], words: '' };
  const troubles = TROUBLES.filter(([flag]) => flags.includes(flag)).map(([, trouble]) => trouble);
  if (troubles.length > 0) return { state: 'blocked', troubles: [...new Set(troubles)], words: job.status };
  return { state: flags.includes('Printing') ? 'printing' : 'waiting', troubles: [], words: '' };
}

function powershell(command: string, settings: Record<string, string>): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(
      'powershell.exe',
      ['-NoProfile', '-NonInteractive', '-Command', command],
      { windowsHide: true, timeout: TIMEOUT_MS, env: { ...process.env, ...settings } },
      (error, stdout) => {
        if (error) reject(new Error(error.message, { cause: error }));
        else resolve(stdout);
      },
    );
  });
}
