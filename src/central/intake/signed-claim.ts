/** That these bytes were signed by the holder of a key, not proven yet. */
export interface SignedClaim {
  bytes: Uint8Array;
  /** Of ed25519: 64 bytes. */
  signature: Uint8Array;
  /** Of ed25519: 32 bytes. */
  key: Uint8Array;
}

const KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;
const LENGTH_BYTES = 4;
const HEAD_BYTES = KEY_BYTES + SIGNATURE_BYTES + LENGTH_BYTES;

/** In one piece, which changes threads without being copied again. */
export function packClaims(claims: readonly SignedClaim[]): Buffer<ArrayBuffer> {
  const size = claims.reduce((total, { bytes }) => total + HEAD_BYTES + bytes.length, 0);
  const packed = Buffer.from(new ArrayBuffer(size));
  let place = 0;
  for (const { bytes, signature, key } of claims) {
    packed.set(key, place);
    packed.set(signature, place + KEY_BYTES);
    packed.writeUInt32LE(bytes.length, place + KEY_BYTES + SIGNATURE_BYTES);
    packed.set(bytes, place + HEAD_BYTES);
    place += HEAD_BYTES + bytes.length;
  }
  return packed;
}

export function* unpackClaims(packed: Buffer): Generator<SignedClaim & Record<keyof SignedClaim, Buffer>> {
  for (let place = 0; place < packed.length;) {
    const end = place + HEAD_BYTES + packed.readUInt32LE(place + KEY_BYTES + SIGNATURE_BYTES);
    yield {
      key: packed.subarray(place, place + KEY_BYTES),
      signature: packed.subarray(place + KEY_BYTES, place + KEY_BYTES + SIGNATURE_BYTES),
      bytes: packed.subarray(place + HEAD_BYTES, end),
    };
    place = end;
  }
}
