import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  aStationWithOldFiles,
  keepConfirmedReceipt,
  theReference,
} from '../../../../tests/builders/old-files.ts';
import { disposableFiles } from './preview-disposal.ts';
import { purge } from './purge.ts';

const aFile = fc.record({
  examYear: fc.integer({ min: 2012, max: 2019 }),
  isHeld: fc.boolean(),
  opState: fc.constantFrom('pending', 'acknowledged', 'refused'),
  blobState: fc.constantFrom('none', 'pending', 'acknowledged'),
  isConfirmed: fc.boolean(),
});

/** On 20 November 2026, ten years after the end of its session: 2015 and before. */
const LAST_DUE = 2015;

it('whatever the files, a purge takes exactly those that are due, not held, and received and confirmed where there is a centre', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(aFile, { minLength: 1, maxLength: 8 }),
      fc.boolean(),
      async (files, isEnrolled) => {
        const station = aStationWithOldFiles();
        const { database, context } = station;
        keepConfirmedReceipt(database);
        const named = files.map((file) => {
          const [number = ''] = station.registerFor(file.examYear);
          const receipt = file.isConfirmed ? 'r' : 'none';
          if (file.blobState !== 'none') aScan(station, number, file.blobState, receipt);
          database.run(
            'UPDATE outbox_op SET state = ?, batch_id = ? WHERE registration_number = ?',
            file.opState,
            receipt,
            number,
          );
          if (file.isHeld)
            database.run(
              `UPDATE registration SET hold_reason = 'Recours' WHERE registration_number = ?`,
              number,
            );
          return { number, ...file };
        });
        if (isEnrolled) station.enrolled();
        const isReceived = ({ opState, blobState, isConfirmed }: (typeof named)[number]) =>
          opState === 'acknowledged' && blobState !== 'pending' && isConfirmed;
        const kept = named
          .filter((file) => file.examYear > LAST_DUE || file.isHeld || (isEnrolled && !isReceived(file)))
          .map(({ number }) => number);
        const { digest, ids } = disposableFiles(context, theReference());
        const visa = { visaReference: 'AD', visaOn: '2026-11-10', digest };
        const handle = { signal: new AbortController().signal, report: () => undefined };
        if (ids.length > 0) await purge(context, theReference(), visa, handle);
        expect(station.numbers()).toEqual(kept.toSorted());
      },
    ),
    { numRuns: 25 },
  );
});

function aScan(
  { database, context }: ReturnType<typeof aStationWithOldFiles>,
  number: string,
  state: string,
  receipt: string,
): void {
  const file = context.files.put(Buffer.from(`scan ${number}`), 'image/jpeg');
  database.run(
    `INSERT INTO returned_page (id, stack_id, rank, reading, registration_id, source_file_id, decision, read_at_ms)
     SELECT ?, 's', 0, '{}', id, ?, 'pending', 0 FROM registration WHERE registration_number = ?`,
    `page ${number}`,
    file.id,
    number,
  );
  database.run(
    `INSERT INTO outbox_blob (sha256, file_id, size, media_type, state, receipt_id) VALUES (?, ?, ?, 'image/jpeg', ?, ?)`,
    file.sha256,
    file.id,
    file.size,
    state,
    receipt,
  );
}
