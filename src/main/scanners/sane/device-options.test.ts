import { describe, expect, it } from 'vitest';
import { scanArguments, sourcesOf } from './device-options.ts';
import { parseOptions } from './parse-options.ts';

/** As `scanimage -A` lists them, reduced to what is used, in the forms that drivers of offices have. */
const BROTHER = `
All options specific to device \`brother4:net1;dev0':
    --mode Black & White|Gray[Error Diffusion]|True Gray|24bit Color[Fast] [24bit Color[Fast]]
    --resolution 100|150|200|300|400|600|1200dpi [200]
        Sets the resolution of the scanned image.
    --source FlatBed|Automatic Document Feeder(left aligned)|Automatic Document Feeder(left aligned,Duplex) [Automatic Document Feeder(left aligned)]
    -x 0..215.9mm (in steps of 0.0999908) [215.88]
    -y 0..355.6mm (in steps of 0.0999908) [355.567]
`;
const EPSON = `
    --mode Lineart|Gray|Color [Lineart]
    --resolution 50..600dpi (in steps of 1) [75]
    --source Flatbed|Automatic Document Feeder [Flatbed]
    --adf-mode Simplex|Duplex [inactive]
    --serial <string> [X] [read-only]
    -x 0..215.9mm [215.9]
    -y 0..297.18mm [297.18]
`;
const FUJITSU = `
    --source ADF Front|ADF Back|ADF Duplex [ADF Front]
    --mode Lineart|Halftone|Gray|Color [Lineart]
    --resolution 50..600dpi (in steps of 1) [600]
    --page-width 0..221.121mm (in steps of 0.0211639) [215.872]
    --page-height 0..876.695mm (in steps of 0.0211639) [279.364]
    -x 0..215.872mm (in steps of 0.0211639) [215.872]
    -y 0..279.364mm (in steps of 0.0211639) [279.364]
`;

const asked = (listing: string, source: 'flatbed' | 'feeder' | 'feederDuplex') =>
  scanArguments(parseOptions(listing), {
    scanner: 'sane:x',
    source,
    resolutionDpi: 300,
    colour: 'colour',
  })?.join(' ');

describe('a driver', () => {
  it.each([
    ['Brother', BROTHER, ['flatbed', 'feeder', 'feederDuplex']],
    ['Epson', EPSON, ['flatbed', 'feeder', 'feederDuplex']],
    ['Fujitsu', FUJITSU, ['feeder', 'feederDuplex']],
  ])('of %s is understood', (_name, listing, kinds) => {
    expect(sourcesOf(parseOptions(listing)).map(({ kind }) => kind)).toEqual(kinds);
  });

  it('is asked for both sides in its own words, on A4 as far as its glass goes', () => {
    expect([BROTHER, EPSON, FUJITSU].map((listing) => asked(listing, 'feederDuplex'))).toEqual([
      '--source Automatic Document Feeder(left aligned,Duplex) --mode 24bit Color[Fast] --resolution 300 -x 210 -y 297',
      '--source Automatic Document Feeder --adf-mode Duplex --mode Color --resolution 300 -x 210 -y 297',
      '--source ADF Duplex --mode Color --resolution 300 --page-width 210 --page-height 297 -x 210 -y 297',
    ]);
  });

  it('is asked for one side when one is wanted, and for nothing that it has not', () => {
    expect([asked(EPSON, 'feeder'), asked(EPSON, 'flatbed'), asked(FUJITSU, 'flatbed')]).toEqual([
      '--source Automatic Document Feeder --adf-mode Simplex --mode Color --resolution 300 -x 210 -y 297',
      '--source Flatbed --mode Color --resolution 300 -x 210 -y 297',
      undefined,
    ]);
  });
});
