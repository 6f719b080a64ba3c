import { groupRegistrationNumber } from '#shared/rules/registration-number.ts';
import type { CommandInput, CommandName, CommandOutput } from '#shared/contract/index.ts';
import { fromWireError } from '#shared/wire/envelope.ts';
import { anAnswer } from '../builders/answers.ts';
import { aProgramWindow, type ProgramWindow } from '../builders/program-window.ts';
import { PASSPHRASE } from '../builders/station.ts';

export interface ReadyWindow extends ProgramWindow {
  call<Name extends CommandName>(name: Name, input: CommandInput<Name>): Promise<CommandOutput<Name>>;
}

/** A window on a set-up base école, at its home screen. */
export async function aReadyWindow(options: Parameters<typeof aProgramWindow>[0] = {}): Promise<ReadyWindow> {
  const program = await aProgramWindow(options);
  const call: ReadyWindow['call'] = async (name, input) => {
    const envelope = await program.core.call(name, input);
    if (!envelope.ok) throw fromWireError(envelope.error);
    return envelope.value as never;
  };
  await call('station.setup', {
    name: 'Guichet 1',
    office: 'Bureau d’essai',
    academyCode: '23',
    agentLogin: 'agent.essai',
    agentName: 'Agent Essai',
    passphrase: PASSPHRASE,
    training: true,
  });
  await program.page.getByRole('heading', { name: 'Accueil' }).waitFor();
  return { ...program, call };
}

/** A saved registration; its number as people read it, and as the commands take it. */
export async function aSavedRegistration(window: ReadyWindow, changes: Record<string, unknown> = {}) {
  const { registrationNumber } = await window.call('registrations.register', {
    answers: { ...anAnswer(changes) },
  });
  return { number: registrationNumber, shown: groupRegistrationNumber(registrationNumber) };
}
