import { describe, expect, it } from 'vitest';
import { GuichetError } from '#shared/errors.ts';
import { createCupsPrinter } from '#main/hosts/cups/cups-printer.ts';
import { anAnswer } from '../../../../tests/builders/answers.ts';
import { usePrivateSpooler } from '../../../../tests/builders/use-private-spooler.ts';
import { aStation, PASSPHRASE, type TestStation } from '../../../../tests/builders/station.ts';

const spooler = usePrivateSpooler('guichet', 'accueil');

async function aStationThatRegistered() {
  const station = await aStation({ printer: createCupsPrinter() });
  const { registrationNumber: number } = await station.call('registrations.register', {
    answers: anAnswer(),
  });
  return { station, number };
}

const statesOf = async (station: TestStation) =>
  (await station.call('prints.list', {})).map(({ state, printer }) => [printer, state]);

describe('what is printed', () => {
  it('is the archived file, byte for byte, followed until paper is out', async () => {
    const { station, number } = await aStationThatRegistered();
    const { pdf } = await station.call('confirmations.issue', { number });
    await station.call('confirmations.print', { number });

    await expect.poll(() => statesOf(station), { timeout: 10_000 }).toEqual([['guichet', 'printed']]);
    expect(Buffer.compare((await spooler().lastPrinted()).document, pdf)).toBe(0);
    expect(station.events).toContain('prints.changed');
  });

  it('goes to the printer that the station chose, unless another is named', async () => {
    const { station, number } = await aStationThatRegistered();
    await station.call('printers.choose', { printer: 'accueil', printsInColour: true });
    await station.call('confirmations.print', { number });
    await station.call('confirmations.print', { number, printer: 'guichet' });

    expect((await station.call('prints.list', {})).map(({ printer }) => printer)).toEqual([
      'guichet',
      'accueil',
    ]);
  });

  it('waits for a printer that stopped, says so, and goes to another one without being printed twice', async () => {
    const { station, number } = await aStationThatRegistered();
    spooler().addQueue('bourrage');
    spooler().disable('bourrage');
    const { printId: id } = await station.call('confirmations.print', { number, printer: 'bourrage' });
    await expect.poll(() => statesOf(station), { timeout: 10_000 }).toEqual([['bourrage', 'blocked']]);

    await station.call('prints.again', { id, printer: 'accueil' });
    await expect.poll(() => statesOf(station), { timeout: 10_000 }).toEqual([['accueil', 'printed']]);
    expect(spooler().waitingJobs()).toEqual([]);
    spooler().removeQueue('bourrage');
  });

  it('stays in the list when no printer takes it, and can be sent again', async () => {
    const { station, number } = await aStationThatRegistered();
    const refusal = await station.failure('confirmations.print', { number, printer: 'absente' });
    const [failed] = await station.call('prints.list', {});
    await station.call('prints.again', { id: failed?.id ?? '', printer: 'guichet' });

    expect({ code: refusal.code, state: failed?.state, troubles: failed?.troubles }).toEqual({
      code: 'printer-gone',
      state: 'failed',
      troubles: ['gone'],
    });
    await expect.poll(() => statesOf(station), { timeout: 10_000 }).toEqual([['guichet', 'printed']]);
  });

  it('is not printed twice when paper came back while another printer was being chosen', async () => {
    const { station, number } = await aStationThatRegistered();
    spooler().addQueue('vide');
    spooler().disable('vide');
    const { printId: id } = await station.call('confirmations.print', { number, printer: 'vide' });
    spooler().enable('vide');
    await expect.poll(() => spooler().waitingJobs(), { timeout: 10_000 }).toEqual([]);
    const refusals = [];
    // The list may know already that it came out: then it is printed again, as asked.
    if ((await statesOf(station))[0]?.[1] !== 'printed')
      refusals.push((await station.failure('prints.again', { id, printer: 'accueil' })).code);
    await station.call('prints.again', { id, printer: 'accueil' });

    expect(refusals).toEqual(['print-not-withdrawn']);
    spooler().removeQueue('vide');
  });

  it('is not given up for want of an answer: it may come out', async () => {
    const silent = {
      ...createCupsPrinter(),
      print: () => Promise.reject(new GuichetError('printer-silent')),
    };
    const station = await aStation({ printer: silent });
    expect((await station.failure('printers.test', {})).code).toBe('printer-silent');
    expect((await station.call('prints.list', {})).map(({ state }) => state)).toEqual(['unknown']);
  });

  it('goes to the default printer of the computer where that is asked, whatever the station chose', async () => {
    const { station, number } = await aStationThatRegistered();
    await station.call('printers.choose', { printer: 'absente', printsInColour: true });
    const refused = await station.failure('confirmations.print', { number });
    const [failed] = await station.call('prints.list', {});
    await station.call('prints.again', { id: failed?.id ?? '', printer: null });

    expect(refused.code).toBe('printer-gone');
    await expect.poll(() => statesOf(station), { timeout: 10_000 }).toEqual([['guichet', 'printed']]);
  });

  it('is followed again by the next one who opens the station', async () => {
    const { station, number } = await aStationThatRegistered();
    spooler().addQueue('papier');
    spooler().disable('papier');
    await station.call('confirmations.print', { number, printer: 'papier' });
    await station.call('session.lock', {});
    spooler().enable('papier');
    await station.call('session.unlock', { login: 'agent.essai', passphrase: PASSPHRASE });

    await expect.poll(() => statesOf(station), { timeout: 10_000 }).toEqual([['papier', 'printed']]);
    spooler().removeQueue('papier');
  });

  it('leaves the list when it is dismissed, and after a week', async () => {
    const { station, number } = await aStationThatRegistered();
    const { printId: id } = await station.call('confirmations.print', { number });
    await station.call('confirmations.print', { number });
    await expect
      .poll(() => statesOf(station), { timeout: 10_000 })
      .toEqual([
        ['guichet', 'printed'],
        ['guichet', 'printed'],
      ]);
    await station.call('prints.dismiss', { id });
    expect(await statesOf(station)).toHaveLength(1);

    station.clock.pass(8 * 24 * 3_600_000);
    await station.call('session.lock', {});
    await station.call('session.unlock', { login: 'agent.essai', passphrase: PASSPHRASE });
    expect(await statesOf(station)).toEqual([]);
  });

  it('is told to whoever reads the sheet back when the printer has no colour', async () => {
    const { station, number } = await aStationThatRegistered();
    await station.call('printers.choose', { printer: null, printsInColour: false });

    expect((await station.call('confirmations.issue', { number })).layout.printedInColour).toBe(false);
  });
});

it('a test page is printed on both sides, and kept nowhere', async () => {
  const station = await aStation({ printer: createCupsPrinter() });
  await station.call('printers.test', { printer: 'accueil' });
  const { document, pageLog } = await spooler().lastPrinted();
  const [print] = await station.call('prints.list', {});

  expect({
    start: Buffer.from(document.subarray(0, 5)).toString(),
    sides: pageLog.split(' ').at(-1),
  }).toEqual({
    start: '%PDF-',
    sides: 'two-sided-long-edge',
  });
  expect(print).toMatchObject({ title: 'Page d’essai', isKept: false });
  expect((await station.failure('prints.again', { id: print?.id })).code).toBe('print-not-kept');
});
