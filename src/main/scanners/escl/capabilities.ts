import type { PaperSource, ScanColour, ScannerDescription } from '#shared/contract/scanners.ts';
import type { ScanRequest } from '#main/ports/scanner.ts';
import { OFFICE_RESOLUTIONS_DPI } from '../office-resolutions.ts';
import { elementsNamed, readXml, textNamed, type XmlElement } from './read-xml.ts';

export interface EsclCapabilities {
  name: string;
  version: string;
  sources: ScannerDescription['sources'];
  /** Largest area per source, in 300ths of an inch. */
  largest: Partial<Record<PaperSource, { width: number; height: number }>>;
}

/** Where `ScannerCapabilities` tells of each source, and how a request names it. */
const CAPS = {
  flatbed: 'PlatenInputCaps',
  feeder: 'AdfSimplexInputCaps',
  feederDuplex: 'AdfDuplexInputCaps',
} as const;
const KINDS = Object.keys(CAPS) as (keyof typeof CAPS)[];

/** JPEG has no bilevel. */
const MODES: Partial<Record<ScanColour, string>> = { colour: 'RGB24', grey: 'Grayscale8' };
const A4 = { width: 2480, height: 3508 };

export function readCapabilities(xml: string): EsclCapabilities {
  const root = readXml(xml);
  const found = KINDS.flatMap((kind) => {
    const caps = elementsNamed(root, CAPS[kind])[0];
    return caps ? [{ kind, caps }] : [];
  });
  return {
    name: textNamed(root, 'MakeAndModel') ?? 'eSCL',
    version: /^\d+\.\d+$/.exec(textNamed(root, 'Version') ?? '')?.[0] ?? '2.0',
    sources: found.map(({ kind, caps }) => ({
      kind,
      resolutionsDpi: resolutionsOf(caps),
      colours: coloursOf(caps),
    })),
    largest: Object.fromEntries(found.map(({ kind, caps }) => [kind, largestOf(caps)])),
  };
}

function coloursOf(caps: XmlElement): ScanColour[] {
  const offered = elementsNamed(caps, 'ColorMode').map(({ text }) => text.trim());
  return (['colour', 'grey'] as const).filter((colour) => offered.includes(MODES[colour] ?? ''));
}

function resolutionsOf(caps: XmlElement): number[] {
  const discrete = elementsNamed(caps, 'DiscreteResolution').map((one) =>
    Number(textNamed(one, 'XResolution')),
  );
  if (discrete.length > 0) return OFFICE_RESOLUTIONS_DPI.filter((dpi) => discrete.includes(dpi));
  const range = elementsNamed(caps, 'XResolutionRange')[0];
  if (!range) return [];
  const [min, max] = [Number(textNamed(range, 'Min')), Number(textNamed(range, 'Max'))];
  return OFFICE_RESOLUTIONS_DPI.filter((dpi) => dpi >= min && dpi <= max);
}

function largestOf(caps: XmlElement): { width: number; height: number } {
  const upTo = (name: string, wanted: number) => Math.min(wanted, Number(textNamed(caps, name)) || wanted);
  return { width: upTo('MaxWidth', A4.width), height: upTo('MaxHeight', A4.height) };
}

/** The body of `ScanJobs`. Every value is a number or a word of ours, so nothing needs escaping. */
export function scanSettings(capabilities: EsclCapabilities, request: ScanRequest): string {
  const area = capabilities.largest[request.source] ?? A4;
  const isFeeder = request.source !== 'flatbed';
  return `<?xml version="1.0" encoding="UTF-8"?>
<scan:ScanSettings xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03" xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm">
<pwg:Version>${capabilities.version}</pwg:Version>
<scan:Intent>Document</scan:Intent>
<pwg:ScanRegions><pwg:ScanRegion>
<pwg:ContentRegionUnits>escl:ThreeHundredthsOfInches</pwg:ContentRegionUnits>
<pwg:XOffset>0</pwg:XOffset><pwg:YOffset>0</pwg:YOffset>
<pwg:Width>${area.width}</pwg:Width><pwg:Height>${area.height}</pwg:Height>
</pwg:ScanRegion></pwg:ScanRegions>
<pwg:InputSource>${isFeeder ? 'Feeder' : 'Platen'}</pwg:InputSource>
${isFeeder ? `<scan:Duplex>${request.source === 'feederDuplex'}</scan:Duplex>` : ''}
<scan:ColorMode>${MODES[request.colour] ?? 'Grayscale8'}</scan:ColorMode>
<scan:XResolution>${request.resolutionDpi}</scan:XResolution>
<scan:YResolution>${request.resolutionDpi}</scan:YResolution>
<pwg:DocumentFormat>image/jpeg</pwg:DocumentFormat>
<scan:DocumentFormatExt>image/jpeg</scan:DocumentFormatExt>
</scan:ScanSettings>`;
}
