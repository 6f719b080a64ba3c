import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { anotherClerk } from '../../../../tests/builders/clerk.ts';
import { aFolder } from '../../../../tests/builders/folder.ts';
import { aFolderOfTheFirstVersion } from '../../../../tests/builders/first-station.ts';
import { aReadyPrinter } from '../../../../tests/builders/printer.ts';
import { anEmptyStation, aStation, PASSPHRASE } from '../../../../tests/builders/station.ts';

const HEAD = { login: 'agent.essai', passphrase: PASSPHRASE };
const CLERK = { login: 'dominique.temoin', name: 'Dominique Témoin', role: 'counterAgent' } as const;

describe('the clerks of a station', () => {
  it('each have a key of their own, given first as a passphrase to change before anything else', async () => {
    const station = await aStation();
    const { clerk, temporaryPassphrase } = await station.call('clerks.add', CLERK);
    await station.call('session.unlock', { login: CLERK.login, passphrase: temporaryPassphrase });
    const before = await station.failure('drafts.list', {});
    const after = 'quatre mots que je suis seule à savoir';
    await station.call('station.changePassphrase', { before: temporaryPassphrase, after });
    await station.call('drafts.list', {});
    await station.call('session.unlock', HEAD);
    const old = await station.failure('session.unlock', {
      login: CLERK.login,
      passphrase: temporaryPassphrase,
    });
    const agent = await station.call('session.unlock', { login: CLERK.login, passphrase: after });
    expect([clerk.key, before.code, old.code, agent.id]).toEqual([
      'temporary',
      'passphrase-temporary',
      'wrong-passphrase',
      clerk.id,
    ]);
  });

  it('are told apart by login, and no list of logins is shown to who has not unlocked', async () => {
    const station = await aStation();
    const alone = (await station.call('station.status', {})).onlyLogin;
    const added = await station.call('clerks.add', CLERK);
    const twice = await station.failure('clerks.add', { ...CLERK, login: 'Dominique.Temoin ' });
    await station.call('session.lock', {});
    const { onlyLogin } = await station.call('station.status', {});
    expect([alone, added.clerk.active, twice.fields, onlyLogin]).toEqual([
      'agent.essai',
      true,
      [{ path: 'login', code: 'login-taken' }],
      null,
    ]);
  });

  it('always keep one head of bureau, whom nobody can shut out or lower', async () => {
    const station = await aStation();
    const [head] = await station.call('clerks.list', {});
    const id = head?.id ?? '';
    const alone = [
      await station.failure('clerks.disable', { id }),
      await station.failure('clerks.changeRole', { id, role: 'auditor' }),
    ];
    const other = await anotherClerk(station, 'bureauHead', HEAD);
    await station.call('clerks.changeRole', { id, role: 'counterAgent' });
    const lowered = await station.failure('clerks.list', {});
    await station.call('session.unlock', other.own);
    const last = await station.failure('clerks.disable', { id: other.id });
    expect([...alone.map(({ code }) => code), lowered.code, last.code]).toEqual([
      'last-bureau-head',
      'last-bureau-head',
      'forbidden',
      'last-bureau-head',
    ]);
  });

  it('who leave open nothing any more, and come back with a new passphrase only', async () => {
    const station = await aStation();
    const clerk = await anotherClerk(station, 'counterAgent', HEAD);
    await station.call('clerks.disable', { id: clerk.id });
    const left = await station.failure('session.unlock', clerk.own);
    const reset = await station.failure('clerks.resetPassphrase', { id: clerk.id });
    const { temporaryPassphrase } = await station.call('clerks.enable', { id: clerk.id });
    const old = await station.failure('session.unlock', clerk.own);
    const back = await station.call('session.unlock', {
      login: clerk.own.login,
      passphrase: temporaryPassphrase,
    });
    expect([left.code, reset.code, old.code, back.id]).toEqual([
      'wrong-passphrase',
      'clerk-disabled',
      'wrong-passphrase',
      clerk.id,
    ]);
  });

  it('choose no passphrase that is short, their login, a few letters, or the one they have', async () => {
    const station = await aStation();
    const tries = ['onze lettre', 'agent.essai agent.essai', 'abababababababab', PASSPHRASE];
    const codes = [];
    for (const after of tries) {
      const refused = await station.failure('station.changePassphrase', { before: PASSPHRASE, after });
      codes.push(refused.fields[0]?.code);
    }
    const wrong = await station.failure('station.changePassphrase', {
      before: 'pas la bonne',
      after: 'une autre phrase de passe',
    });
    expect([...codes, wrong.code]).toEqual([
      'too-short',
      'passphrase-is-login',
      'passphrase-too-simple',
      'passphrase-unchanged',
      'wrong-passphrase',
    ]);
  });

  it('a folder of the first version opens with its passphrase, takes the new form, and opens again', async () => {
    const old = await aFolderOfTheFirstVersion(PASSPHRASE);
    const station = anEmptyStation(old);
    const wrong = await station.failure('session.unlock', { ...HEAD, passphrase: 'pas la bonne' });
    await station.call('session.unlock', HEAD);
    const drafts = await station.call('drafts.list', {});
    const clerk = await anotherClerk(station, 'caseManager', HEAD);
    await station.call('session.unlock', clerk.own);
    const header = JSON.parse(readFileSync(join(old.folder, 'station.json'), 'utf8')) as { format: number };
    expect([wrong.code, header.format, drafts.map(({ label }) => label)]).toEqual([
      'wrong-passphrase',
      2,
      ['TÉMOIN Dominique'],
    ]);
  });
});

describe('the recovery key', () => {
  it('gives a head of bureau a new passphrase, on another machine too, and nobody else', async () => {
    const station = await aStation();
    const clerk = await anotherClerk(station, 'caseManager', HEAD);
    const { recoveryKey, page } = await station.call('station.makeRecoveryKey', {});
    await station.core.close();
    const elsewhere = anEmptyStation({ folder: station.folder, secrets: aFolder() });
    const passphrase = 'une phrase toute neuve';
    const slip = await elsewhere.failure('station.recover', {
      login: HEAD.login,
      passphrase,
      recoveryKey: recoveryKey.replace(/^./, (letter) => (letter === 'a' ? 'b' : 'a')),
    });
    const notHead = await elsewhere.failure('station.recover', {
      login: clerk.own.login,
      passphrase,
      recoveryKey,
    });
    await elsewhere.call('station.recover', {
      login: HEAD.login,
      passphrase,
      recoveryKey: recoveryKey.replaceAll('-', ' ').toUpperCase(),
    });
    const clerks = await elsewhere.call('clerks.list', {});
    await elsewhere.call('session.unlock', { login: HEAD.login, passphrase });
    expect([
      slip.code,
      notHead.code,
      Buffer.from(page.subarray(0, 5)).toString(),
      clerks.map(({ login, key }) => [login, key]),
    ]).toEqual([
      'recovery-key-mistyped',
      'recovery-not-head',
      '%PDF-',
      [
        ['casemanager.essai', 'none'],
        ['agent.essai', 'own'],
      ],
    ]);
  });

  it('comes out on the printer that is named, and nowhere unless one is', async () => {
    const asked: (string | undefined)[] = [];
    const ready = aReadyPrinter(() => 1);
    const station = await aStation({
      printer: {
        ...ready,
        print: (request) => {
          asked.push(request.printer);
          return ready.print(request);
        },
      },
    });
    await station.call('printers.choose', { printer: 'guichet', printsInColour: true });
    const shown = await station.call('station.makeRecoveryKey', {});
    const printed = await station.call('station.makeRecoveryKey', { printer: 'secretariat' });
    expect([shown.isPrinted, printed.isPrinted, asked]).toEqual([false, true, ['secretariat']]);
  });

  it('is replaced by the next one', async () => {
    const station = await aStation();
    const first = await station.call('station.makeRecoveryKey', {});
    await station.call('station.makeRecoveryKey', {});
    const { code } = await station.failure('station.recover', {
      ...HEAD,
      recoveryKey: first.recoveryKey,
    });
    expect(code).toBe('recovery-key-wrong');
  });
});

describe('another database key', () => {
  it('opens for every clerk and for the recovery key; the former header opens nothing any more', async () => {
    const station = await aStation();
    const clerk = await anotherClerk(station, 'caseManager', HEAD);
    const { recoveryKey } = await station.call('station.makeRecoveryKey', {});
    const former = join(aFolder(), 'station.json');
    copyFileSync(join(station.folder, 'station.json'), former);
    const { withoutKey } = await station.call('station.rekey', {});
    await station.call('session.unlock', clerk.own);
    await station.call('station.recover', {
      login: HEAD.login,
      passphrase: 'une tout autre phrase',
      recoveryKey,
    });
    await station.core.close();

    copyFileSync(former, join(station.folder, 'station.json'));
    const stolen = anEmptyStation({ folder: station.folder, secrets: station.secrets });
    const { code } = await stolen.failure('session.unlock', HEAD);
    expect([withoutKey, code]).toEqual([[], 'database-damaged']);
  });

  it('is refused while another program has the station open, and everything stays', async () => {
    const station = await aStation();
    const other = anEmptyStation({ folder: station.folder, secrets: station.secrets });
    await other.call('session.unlock', HEAD);
    const { code } = await station.failure('station.rekey', {});
    await station.call('drafts.list', {});
    await other.call('drafts.list', {});
    expect(code).toBe('station-in-use');
  });
});
