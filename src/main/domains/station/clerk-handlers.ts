import type { Clerk } from '#shared/contract/clerks.ts';
import { GuichetError } from '#shared/errors.ts';
import type { Handlers, StationContext } from '#main/context.ts';
import {
  getClerk,
  insertAgent,
  isLoginTaken,
  listClerks,
  requireOtherBureauHead,
  setActive,
  setRole,
  type StoredClerk,
} from './clerk-store.ts';
import type { Keyring } from './keyring.ts';

type ClerkCommands =
  | 'clerks.list'
  | 'clerks.add'
  | 'clerks.changeRole'
  | 'clerks.disable'
  | 'clerks.enable'
  | 'clerks.resetPassphrase';

/** In each act the base changes before the header: a stop between them leaves a clerk without a key, never a key without a clerk. */
export function clerkHandlers(keyring: Keyring): Handlers<ClerkCommands> {
  const told = (clerk: StoredClerk): Clerk => ({ ...clerk, key: keyring.keyOf(clerk.login) });
  const withTemporary = async ({ database, emit }: StationContext, id: string) => {
    const temporaryPassphrase = await keyring.giveTemporary(getClerk(database, id).login);
    emit('clerks.changed', {});
    return { clerk: told(getClerk(database, id)), temporaryPassphrase };
  };
  return {
    'clerks.list': (_input, { database }) => listClerks(database).map(told),
    'clerks.add': (input, context) => {
      if (isLoginTaken(context.database, input.login))
        throw new GuichetError('invalid-input', { fields: [{ path: 'login', code: 'login-taken' }] });
      keyring.requireKeyFor(input.role);
      return withTemporary(context, insertAgent(context.database, input, context.clock.nowMs()));
    },
    'clerks.changeRole': async ({ id, role }, { database, emit }) => {
      const { login } = getClerk(database, id);
      keyring.requireKeyFor(role);
      database.transaction(() => {
        if (role !== 'bureauHead') requireOtherBureauHead(database, id);
        setRole(database, id, role);
      });
      await keyring.followRole(login);
      emit('clerks.changed', {});
      return told(getClerk(database, id));
    },
    'clerks.disable': ({ id }, { database, emit }) => {
      const { login } = getClerk(database, id);
      database.transaction(() => {
        requireOtherBureauHead(database, id);
        setActive(database, id, false);
      });
      keyring.drop(login);
      emit('clerks.changed', {});
      return told(getClerk(database, id));
    },
    'clerks.enable': (input, context) => {
      keyring.requireKeyFor(getClerk(context.database, input.id).role);
      setActive(context.database, input.id, true);
      return withTemporary(context, input.id);
    },
    'clerks.resetPassphrase': (input, context) => {
      const { active, role } = getClerk(context.database, input.id);
      if (!active) throw new GuichetError('clerk-disabled');
      if (input.id === context.agent.id) throw new GuichetError('forbidden');
      keyring.requireKeyFor(role);
      return withTemporary(context, input.id);
    },
  };
}
