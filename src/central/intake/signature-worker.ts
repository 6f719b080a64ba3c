import { parentPort } from 'node:worker_threads';
import sodium from 'sodium-native';
import { unpackClaims } from './signed-claim.ts';

/** Says which claims are true, in the order they were asked (`check-signatures.ts`). */
parentPort?.on('message', (packed: ArrayBuffer) => {
  const verdicts: boolean[] = [];
  for (const { bytes, signature, key } of unpackClaims(Buffer.from(packed)))
    verdicts.push(sodium.crypto_sign_verify_detached(signature, bytes, key));
  parentPort?.postMessage(verdicts);
});
