import { auditLog } from './audit-log.ts';
import { bitFlips } from './bit-flips.ts';
import { commands } from './commands.ts';
import { imageBombs } from './image-bombs.ts';
import { ioErrors } from './io-errors.ts';
import { kills } from './kills.ts';
import { mutants } from './mutants.ts';
import { powerCuts } from './power-cuts.ts';
import { privacy } from './privacy.ts';
import { roles } from './roles.ts';
import type { HardenRow } from './row.ts';
import { stolenDisk } from './stolen-disk.ts';

/** Everything that `npm run harden` measures, in the order of the table. A new row: a file beside, a line here, its goals in `goals.ts`. */
export const HARDEN_ROWS: readonly HardenRow[] = [
  powerCuts,
  kills,
  ioErrors,
  mutants,
  bitFlips,
  stolenDisk,
  commands,
  roles,
  auditLog,
  imageBombs,
  privacy,
];
