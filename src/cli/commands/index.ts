import type { CliCommand } from '../command.ts';
import { amend } from './amend.ts';
import { campaigns } from './campaigns.ts';
import { central } from './central.ts';
import { confirm } from './confirm.ts';
import { demo } from './demo.ts';
import { register } from './register.ts';
import { scan } from './scan.ts';
import { setup } from './setup.ts';
import { show } from './show.ts';
import { enrol, sync } from './sync.ts';

/** In the order of a station's life. */
export const COMMANDS: readonly CliCommand[] = [
  setup,
  campaigns,
  register,
  show,
  amend,
  confirm,
  scan,
  central,
  enrol,
  sync,
  demo,
];
