import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { vi } from 'vitest';
import { aFolder } from './folder.ts';

/**
 * SANE's own virtual devices, real drivers without hardware, configured in a folder of the test. `test:0` has a flatbed and a feeder
 * of ten sheets; `pnm:0` reads a file. `readStatus` makes `test:0` fail at each page as SANE says it.
 */
export function useSane(
  options: { readStatus?: string; airscan?: { name: string; url: string } } = {},
): void {
  const folder = aFolder();
  const { readStatus = 'Default', airscan } = options;
  writeFileSync(join(folder, 'dll.conf'), airscan ? 'airscan\n' : 'pnm\ntest\n');
  // Without this one, the system's own list of drivers would be added.
  mkdirSync(join(folder, 'dll.d'));
  writeFileSync(
    join(folder, 'test.conf'),
    [
      'number_of_devices 1',
      'mode Gray',
      'depth 8',
      'resolution_min 1.0',
      'resolution_max 1200.0',
      'resolution_quant 1.0',
      'resolution 50.0',
      'test-picture "Color pattern"',
      `read-status-code "${readStatus}"`,
      'geometry_min 0.0',
      'geometry_max 300.0',
      'geometry_quant 1.0',
      'source Flatbed',
      '',
    ].join('\n'),
  );
  if (airscan)
    writeFileSync(
      join(folder, 'airscan.conf'),
      `[devices]\n"${airscan.name}" = ${airscan.url}, eSCL\n[options]\ndiscovery = disable\n`,
    );
  vi.stubEnv('SANE_CONFIG_DIR', folder);
}
