import { generateKeyPairSync, sign } from 'node:crypto';
import { expect, it } from 'vitest';
import { areSigned } from './check-signatures.ts';

it('each claim has its own verdict, in the order asked, also of those asked while others are being checked', async () => {
  const signer = () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const key = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
    return (bytes: Buffer) => ({ bytes, signature: sign(null, bytes, privateKey), key });
  };
  const [ours, theirs] = [signer(), signer()];
  const text = Buffer.from('20 rue de l’Essai');
  const good = ours(text);
  const empty = ours(Buffer.alloc(0));
  const changed = { ...good, bytes: Buffer.from('21 rue de l’Essai') };
  const another = { ...good, key: theirs(text).key };

  const answers = await Promise.all([
    areSigned([good, changed, theirs(text)]),
    areSigned([]),
    areSigned([another, empty]),
    areSigned(Array.from({ length: 40 }, (_, index) => (index % 3 === 0 ? changed : good))),
  ]);

  const everyThird = Array.from({ length: 40 }, (_, index) => index % 3 !== 0);
  expect(answers).toEqual([[true, false, true], [], [false, true], everyThird]);
});
