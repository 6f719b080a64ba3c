import { execFile } from 'node:child_process';

const KEY = 'HKCU\\Software\\Microsoft\\Windows NT\\CurrentVersion\\Windows';

/** The user's default printer, which Electron no longer tells; undefined when she has none. */
export function findWindowsDefaultPrinter(): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile('reg', ['query', KEY, '/v', 'Device'], { windowsHide: true }, (error, stdout) => {
      resolve(error ? undefined : printerOfDevice(stdout));
    });
  });
}

/** `Device    REG_SZ    HP LaserJet,winspool,Ne00:` — a name may hold commas, the two last parts never do. */
export function printerOfDevice(registryAnswer: string): string | undefined {
  return /Device\s+REG_SZ\s+(.+),[^,\r\n]*,[^,\r\n]*/.exec(registryAnswer)?.[1];
}
