import { randomBytes } from 'node:crypto';
import Driver from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { bindHealthFunctions } from './health-functions.ts';

const TEXT = '20 rue de l’Essai';

function aConnection(key: Uint8Array | undefined) {
  const driver = new Driver(':memory:');
  onTestFinished(() => void driver.close());
  bindHealthFunctions(driver, key);
  return (call: string, value: unknown) => driver.prepare(`SELECT ${call}(?, 'row')`).pluck().get(value);
}

it('a sealed text is read as text or as its bytes, by its key alone; what was never sealed needs none', () => {
  const entitled = aConnection(randomBytes(32));
  const other = aConnection(undefined);
  const sealed = entitled('sealed', TEXT);

  expect({
    text: entitled('unsealed', sealed),
    bytes: entitled('unsealed_bytes', sealed),
    clear: [other('unsealed', TEXT), other('unsealed_bytes', TEXT), other('unsealed_bytes', null)],
  }).toEqual({ text: TEXT, bytes: Buffer.from(TEXT), clear: [TEXT, Buffer.from(TEXT), null] });
  for (const call of ['unsealed', 'unsealed_bytes'])
    expect(() => other(call, sealed)).toThrow(expect.objectContaining({ code: 'health-reserved' }));
});
