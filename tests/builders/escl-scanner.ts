import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** What goes wrong: with the paper (`atPage`: from 1), or with the scanner's own program. */
export interface EsclFault {
  atPage?: number;
  kind:
    | 'jam'
    | 'cover'
    | 'door'
    | 'double'
    | 'busy'
    | 'busy-once'
    | 'refused'
    | 'hang-up'
    | 'slow'
    | 'cut-image'
    | 'not-an-image'
    | 'bomb'
    | 'endless'
    | 'elsewhere';
}

export interface EsclSimulator {
  url: string;
  /** Method and path of each request, jobs named `JOB`. */
  asked: string[];
  /** The bodies of `ScanJobs`. */
  settings: string[];
  /** Puts sheets in the feeder and repairs what was wrong. */
  load(pages: readonly Uint8Array[], fault?: EsclFault): void;
}

const NAMESPACES =
  'xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03" xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm"';
const HEADER = '<?xml version="1.0" encoding="UTF-8"?>';
const ADF_STATES: Partial<Record<EsclFault['kind'], string>> = {
  jam: 'ScannerAdfJam',
  cover: 'ScannerAdfHatchOpen',
  // What sane-airscan knows it by.
  door: 'ScannerAdfDoorOpen',
  double: 'ScannerAdfMultipickDetected',
};

interface Machine {
  queue: Uint8Array[];
  fault: EsclFault | undefined;
  isStuck: boolean;
  served: number;
  jobs: Map<string, 'Processing' | 'Completed' | 'Aborted' | 'Canceled'>;
}

/** A network scanner in a process: the eSCL 2.63 service of a two-sided feeder of A4, with its faults. sane-airscan scans from it. */
export async function anEsclScanner(): Promise<EsclSimulator> {
  const machine: Machine = {
    queue: [],
    fault: undefined,
    isStuck: false,
    served: 0,
    jobs: new Map(),
  };
  const asked: string[] = [];
  const settings: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${(request.url ?? '').replace(/job-\d+/, 'JOB')}`);
    void answer(machine, request, response, settings);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/eSCL`,
    asked,
    settings,
    load(pages, fault) {
      Object.assign(machine, { queue: [...pages], fault, isStuck: false, served: 0 });
      if (fault && fault.atPage === undefined && fault.kind in ADF_STATES) machine.isStuck = true;
    },
  };
}

async function answer(
  machine: Machine,
  request: IncomingMessage,
  response: ServerResponse,
  settings: string[],
): Promise<void> {
  const path = request.url ?? '';
  const xml = (body: string) =>
    response.writeHead(200, { 'Content-Type': 'text/xml' }).end(`${HEADER}${body}`);
  if (path === '/eSCL/ScannerCapabilities') {
    if (machine.fault?.kind === 'bomb') return void xml(BOMB);
    if (machine.fault?.kind === 'endless') return void xml(`<a>${'<b/>'.repeat(200_000)}</a>`);
    return void xml(CAPABILITIES);
  }
  if (path === '/eSCL/ScannerStatus') return void xml(statusOf(machine));
  if (path === '/eSCL/ScanJobs' && request.method === 'POST') {
    const body = (await request.toArray()).join('');
    settings.push(body);
    return openJob(machine, body, request, response);
  }
  const id = /^\/eSCL\/ScanJobs\/(job-\d+)/.exec(path)?.[1] ?? '';
  if (request.method === 'DELETE') {
    machine.jobs.set(id, 'Canceled');
    return void response.writeHead(200).end();
  }
  if (path.endsWith('/NextDocument')) return nextDocument(machine, id, response);
  response.writeHead(404).end();
}

function openJob(machine: Machine, body: string, request: IncomingMessage, response: ServerResponse): void {
  const { fault } = machine;
  if (fault?.kind === 'busy') return void response.writeHead(503, { 'Retry-After': '0' }).end();
  if (fault?.kind === 'busy-once') {
    machine.fault = undefined;
    return void response.writeHead(503, { 'Retry-After': '0' }).end();
  }
  if (fault?.kind === 'refused') return void response.writeHead(400).end();
  if (body.includes('>Feeder<') && (machine.queue.length === 0 || machine.isStuck))
    return void response.writeHead(409).end();
  const id = `job-${machine.jobs.size + 1}`;
  machine.jobs.set(id, 'Processing');
  // Real scanners give a name that only they know: the client must keep to the address it was told.
  const host = fault?.kind === 'elsewhere' ? '192.0.2.1' : request.headers.host;
  response.writeHead(201, { Location: `http://${host}/eSCL/ScanJobs/${id}` }).end();
}

function nextDocument(machine: Machine, id: string, response: ServerResponse): void {
  if (machine.jobs.get(id) !== 'Processing') return void response.writeHead(404).end();
  const { fault } = machine;
  const isNow = fault?.atPage === machine.served + 1;
  // A page that never comes: the answer stays open until the client gives up.
  if (isNow && fault.kind === 'slow') return;
  if (isNow && fault.kind in ADF_STATES) {
    machine.isStuck = true;
    machine.jobs.set(id, 'Aborted');
    return void response.writeHead(409).end();
  }
  const page = machine.queue.shift();
  if (!page) {
    machine.jobs.set(id, 'Completed');
    return void response.writeHead(404).end();
  }
  machine.served += 1;
  const headers = { 'Content-Type': 'image/jpeg' };
  if (isNow && fault.kind === 'hang-up') {
    response.writeHead(200, { ...headers, 'Content-Length': page.length }).write(page.subarray(0, 1000));
    return void setImmediate(() => response.destroy());
  }
  if (isNow && fault.kind === 'cut-image')
    return void response.writeHead(200, headers).end(page.subarray(0, page.length >> 1));
  if (isNow && fault.kind === 'not-an-image')
    return void response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html>Erreur interne</html>');
  response.writeHead(200, headers).end(page);
}

function statusOf({ fault, isStuck, queue, jobs }: Machine): string {
  const loaded = queue.length > 0 ? 'ScannerAdfLoaded' : 'ScannerAdfEmpty';
  const adf = isStuck && fault ? ADF_STATES[fault.kind] : loaded;
  const state = isStuck ? 'Stopped' : [...jobs.values()].includes('Processing') ? 'Processing' : 'Idle';
  const infos = [...jobs].map(
    ([id, job]) =>
      `<scan:JobInfo><pwg:JobUri>/eSCL/ScanJobs/${id}</pwg:JobUri><pwg:JobUuid>${id}</pwg:JobUuid><scan:Age>1</scan:Age><pwg:JobState>${job}</pwg:JobState></scan:JobInfo>`,
  );
  return `<scan:ScannerStatus ${NAMESPACES}><pwg:Version>2.63</pwg:Version><pwg:State>${state}</pwg:State><scan:AdfState>${adf}</scan:AdfState><scan:Jobs>${infos.join('')}</scan:Jobs></scan:ScannerStatus>`;
}

const BOMB = '<!DOCTYPE a [<!ENTITY b "bombe"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>';

const INPUT_CAPS = `<scan:MinWidth>16</scan:MinWidth><scan:MaxWidth>2550</scan:MaxWidth><scan:MinHeight>16</scan:MinHeight><scan:MaxHeight>3508</scan:MaxHeight><scan:MaxScanRegions>1</scan:MaxScanRegions><scan:SettingProfiles><scan:SettingProfile><scan:ColorModes><scan:ColorMode>Grayscale8</scan:ColorMode><scan:ColorMode>RGB24</scan:ColorMode></scan:ColorModes><scan:DocumentFormats><pwg:DocumentFormat>image/jpeg</pwg:DocumentFormat><scan:DocumentFormatExt>image/jpeg</scan:DocumentFormatExt></scan:DocumentFormats><scan:SupportedResolutions><scan:DiscreteResolutions>${[
  75, 150, 200, 300,
]
  .map(
    (dpi) =>
      `<scan:DiscreteResolution><scan:XResolution>${dpi}</scan:XResolution><scan:YResolution>${dpi}</scan:YResolution></scan:DiscreteResolution>`,
  )
  .join(
    '',
  )}</scan:DiscreteResolutions></scan:SupportedResolutions></scan:SettingProfile></scan:SettingProfiles><scan:SupportedIntents><scan:Intent>Document</scan:Intent></scan:SupportedIntents><scan:MaxOpticalXResolution>300</scan:MaxOpticalXResolution><scan:MaxOpticalYResolution>300</scan:MaxOpticalYResolution>`;

const CAPABILITIES = `<scan:ScannerCapabilities ${NAMESPACES}><pwg:Version>2.63</pwg:Version><pwg:MakeAndModel>Simulateur recto-verso</pwg:MakeAndModel><pwg:SerialNumber>0001</pwg:SerialNumber><scan:UUID>4509a320-00a0-008f-00b6-002507510eca</scan:UUID><scan:Platen><scan:PlatenInputCaps>${INPUT_CAPS}</scan:PlatenInputCaps></scan:Platen><scan:Adf><scan:AdfSimplexInputCaps>${INPUT_CAPS}</scan:AdfSimplexInputCaps><scan:AdfDuplexInputCaps>${INPUT_CAPS}</scan:AdfDuplexInputCaps><scan:FeederCapacity>50</scan:FeederCapacity><scan:AdfOptions><scan:AdfOption>DetectPaperLoaded</scan:AdfOption><scan:AdfOption>Duplex</scan:AdfOption></scan:AdfOptions></scan:Adf></scan:ScannerCapabilities>`;
