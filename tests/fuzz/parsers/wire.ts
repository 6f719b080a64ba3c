import { answerFrame, MalformedFrameError } from '#main/hosts/serve-frames.ts';
import { sealSheetCode, verifySheetCode } from '#main/documents/sheet-seal.ts';
import { qrMatrix } from '#main/documents/qr-matrix.ts';
import { readMatrixCodes } from '#main/scan/codes/matrix-reader.ts';
import { readReceiptCode } from '#shared/protocol/batch-receipt.ts';
import { formatEnrolmentCode, readEnrolmentCode, readKeyMark } from '#shared/protocol/enrolment-code.ts';
import { codePayload, parseCodePayload } from '#shared/sheet/code-payload.ts';
import { encode } from '#shared/wire/codec.ts';
import type { Parser } from '../parser.ts';

/** What the window sends; the core of this one gives back what it was given, so that the reply is made of it too. */
export const frames: Parser = {
  name: 'frames',
  share: 22,
  async prepare() {
    const core = { call: async (_method: string, input: unknown) => ({ ok: true, value: input }) as const };
    const input = {
      files: [{ name: 'a.jpg', bytes: new Uint8Array(40).fill(7) }],
      keep: true,
      n: [1, 2.5, null],
    };
    return {
      samples: [
        Buffer.from(encode({ kind: 'call', id: 1, method: 'returns.read', input })),
        Buffer.from(encode({ kind: 'call', id: 2, method: 'station.status', input: {} })),
        Buffer.from(encode({ kind: 'call', id: 3, method: 'x', input: { $bytes: 1, $object: { a: 'é' } } })),
      ],
      parse: (bytes) => answerFrame(core, bytes.toString()),
      isRefusal: (error) => error instanceof MalformedFrameError,
    };
  },
};

const KEY = new Uint8Array(32).fill(3);
const CODE = {
  registrationNumber: '202710421000999',
  version: 1,
  page: 1,
  pages: 2,
  layoutVersion: 1,
  printedInColour: true,
  training: true,
};
const PAYLOAD = codePayload(CODE, 'ABCDEFGHIJKLMNOP');
const RECEIPT_CODE = `GUICHET-LOT-1 ${'a'.repeat(64)} 0199b8a0-0000-7000-8000-000000000001 1 1 2 0 3 1795000000000 ${'b'.repeat(16)} ${'A'.repeat(86)}==`;

/** Texts of printed codes, and those that a person types. They refuse by answering undefined: nothing may be thrown. */
export const codes: Parser = {
  name: 'codes',
  share: 25,
  async prepare() {
    return {
      samples: [PAYLOAD, RECEIPT_CODE, formatEnrolmentCode('abcdef0123456789', 'b'.repeat(16))].map((text) =>
        Buffer.from(text),
      ),
      parse(bytes) {
        const text = bytes.toString();
        const parsed = parseCodePayload(text);
        if (
          parsed &&
          verifySheetCode(KEY, parsed.body, parsed.check) !==
            (parsed.check === sealSheetCode(KEY, parsed.body))
        )
          throw new Error('a check that is not ours was believed');
        readReceiptCode(text);
        readEnrolmentCode(text);
        readKeyMark(text);
      },
      isRefusal: () => false,
    };
  },
};

const MODULE_PX = 3;

/** The pixels of a printed code, whatever a scanner or a person made of them. */
export const matrices: Parser = {
  name: 'matrices',
  share: 4,
  async prepare() {
    const sample = picture(PAYLOAD);
    const width = Math.sqrt(sample.length);
    return {
      samples: [sample, sample.map((grey) => 255 - grey)],
      parse: (bytes) => {
        const height = Math.floor(bytes.length / width);
        return readMatrixCodes({ width, height, data: bytes.subarray(0, width * height), left: 0, top: 0 });
      },
      isRefusal: () => false,
    };
  },
};

function picture(payload: string): Uint8Array {
  const { size, isDark } = qrMatrix(payload);
  const side = (size + 8) * MODULE_PX;
  return Uint8Array.from({ length: side * side }, (_, at) => {
    const [x, y] = [at % side, Math.floor(at / side)].map((px) => Math.floor(px / MODULE_PX) - 4);
    return isDark(x ?? 0, y ?? 0) ? 20 : 235;
  });
}
