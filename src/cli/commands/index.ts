import type { CliCommand } from '../command.ts';
import { audit } from './audit.ts';
import { amend } from './amend.ts';
import { batch } from './batch.ts';
import { calibrate } from './calibrate.ts';
import { campaigns } from './campaigns.ts';
import { central } from './central.ts';
import { clerk } from './clerk.ts';
import { conflicts } from './conflicts.ts';
import { confirm } from './confirm.ts';
import { demo } from './demo.ts';
import { access } from './access.ts';
import { exportList } from './export.ts';
import { retention } from './retention.ts';
import { station } from './station.ts';
import { stats } from './stats.ts';
import { letters } from './letters.ts';
import { portal } from './portal.ts';
import { portfolios } from './portfolios.ts';
import { pieces } from './pieces.ts';
import { printers } from './printers.ts';
import { reference } from './reference.ts';
import { register } from './register.ts';
import { returns } from './returns.ts';
import { backup, restore, verify } from './safekeeping.ts';
import { scan } from './scan.ts';
import { scanners } from './scanners.ts';
import { setup } from './setup.ts';
import { show } from './show.ts';
import { enrol } from './enrol.ts';
import { sync } from './sync.ts';
import { withdraw } from './withdraw.ts';

/** In the order of a station's life. */
export const COMMANDS: readonly CliCommand[] = [
  setup,
  clerk,
  station,
  campaigns,
  reference,
  register,
  show,
  amend,
  withdraw,
  confirm,
  scan,
  scanners,
  printers,
  calibrate,
  returns,
  pieces,
  letters,
  portfolios,
  portal,
  central,
  enrol,
  sync,
  batch,
  conflicts,
  exportList,
  stats,
  access,
  retention,
  audit,
  backup,
  restore,
  verify,
  demo,
];
