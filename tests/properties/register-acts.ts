import fc from 'fast-check';
import { MODALITIES } from '#shared/contract/campaign.ts';
import { PIECE_STATES, type PieceState } from '#shared/contract/registrations.ts';

/** What clerks and time do, in any order. `file`: which of the files made so far. */
export type Act =
  | { kind: 'wait'; days: number }
  | { kind: 'create'; person: string }
  | { kind: 'amend'; file: number; locality: string }
  | { kind: 'withdraw' | 'cancel' | 'exclude' | 'lock' | 'unlock'; file: number }
  | {
      kind: 'record';
      file: number;
      version: number | undefined;
      signed: boolean;
      dated: boolean;
      modality: (typeof MODALITIES)[number];
      daysInPost: number;
    }
  | { kind: 'piece'; file: number; pieceId: string; state: PieceState };

const file = fc.nat(4);
const mostly = fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, fc.constant(false));

const record = fc.record({
  kind: fc.constant('record' as const),
  file,
  version: fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, fc.integer({ min: 1, max: 3 })),
  signed: mostly,
  dated: mostly,
  modality: fc.constantFrom(...MODALITIES),
  daysInPost: fc.nat(5),
});

const piece = fc.record({
  kind: fc.constant('piece' as const),
  file,
  pieceId: fc.constantFrom('identityDocument', 'identityDocument', 'identityDocument', 'photo'),
  state: fc.constantFrom(...PIECE_STATES, 'accepted' as const),
});

const end = (kind: 'withdraw' | 'cancel' | 'exclude') => fc.record({ kind: fc.constant(kind), file });
const lock = (kind: 'lock' | 'unlock') => fc.record({ kind: fc.constant(kind), file });

export const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('wait' as const), days: fc.nat(6) }) },
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constant('create' as const),
        person: fc.constantFrom('Alix', 'Sacha', 'Charlie'),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('amend' as const),
        file,
        locality: fc.constantFrom('Nice', 'Cannes', 'Menton'),
      }),
    },
    { weight: 5, arbitrary: record },
    { weight: 5, arbitrary: piece },
    { weight: 1, arbitrary: end('withdraw') },
    { weight: 1, arbitrary: end('cancel') },
    { weight: 1, arbitrary: end('exclude') },
    { weight: 1, arbitrary: lock('lock') },
    { weight: 1, arbitrary: lock('unlock') },
  ),
  { minLength: 10, maxLength: 45 },
);
