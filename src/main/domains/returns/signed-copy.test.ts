import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { groupRegistrationNumber } from '#shared/rules/registration-number.ts';
import { anAnswer } from '../../../../tests/builders/answers.ts';
import { aFolder } from '../../../../tests/builders/folder.ts';
import { finishedJob } from '../../../../tests/builders/job.ts';
import { anOfficeCertificate } from '../../../../tests/builders/office-certificate.ts';
import { pdfTexts } from '../../../../tests/builders/pdf-text.ts';
import { aSignedScan } from '../../../../tests/builders/signed-scan.ts';
import { aStation } from '../../../../tests/builders/station.ts';

const asFile = (pdf: Uint8Array) => {
  const file = join(aFolder(), 'exemplaire.pdf');
  writeFileSync(file, pdf);
  return file;
};
const told = (program: string, ...words: string[]) => execFileSync(program, words, { encoding: 'utf8' });

it('a signed confirmation is given again as its scan with what it is on its foot, sealed where the office has a certificate', async () => {
  const station = await aStation();
  const { registrationNumber: number } = await station.call('registrations.register', {
    answers: anAnswer(),
  });
  const { pdf, layout } = await station.call('confirmations.issue', { number });
  const none = await station.failure('returns.signedCopy', { number });
  const scan = await aSignedScan({ pdf, layout });
  const { jobId, stackId } = await station.call('returns.read', { files: [scan] });
  await finishedJob(station, jobId);
  const [page] = await station.call('returns.list', { stackId });
  const arrival = { modality: 'post', postmarkedOn: '2026-11-18', receivedOn: '2026-11-20' } as const;
  await station.call('returns.accept', { id: page!.id, signed: true, dated: true, changes: {}, arrival });

  const plain = await station.call('returns.signedCopy', { number });
  const [foot = ''] = await pdfTexts(plain.pdf);
  const digest = createHash('sha256').update(scan.bytes).digest('hex');
  const file = asFile(plain.pdf);
  expect([none.code, plain.fileName, plain.missingPages, plain.sealedBy]).toEqual([
    'no-signed-copy',
    `${number}-v01-signee.pdf`,
    [2],
    null,
  ]);
  expect(foot).toContain(`n° ${groupRegistrationNumber(number)}, version 01, page 1 sur 2`);
  expect(foot).toContain('daté et signé reçu le vendredi 20 novembre 2026 (par la poste)');
  expect(foot).toContain(digest);
  expect(told('qpdf', '--check', file)).toContain('No syntax or stream encoding errors');
  expect(told('pdfinfo', '-struct', file)).toMatch(/H1[\s\S]*Figure/);

  const certificate = anOfficeCertificate();
  await station.call('seal.install', { file: certificate.bytes, passphrase: certificate.passphrase });
  const sealed = await station.call('returns.signedCopy', { number });
  const verified = told('pdfsig', '-nocert', asFile(sealed.pdf));
  expect(sealed.sealedBy).toBe('Cachet du bureau d’essai');
  expect(verified).toContain('Signature Type: ETSI.CAdES.detached');
  expect(verified).toContain('Signature Validation: Signature is Valid.');
  expect(verified).toContain('Total document signed');

  const changed = Buffer.from(sealed.pdf);
  changed[changed.indexOf('/Figure')] = 0x20;
  expect(told('pdfsig', '-nocert', asFile(changed))).toContain('Digest Mismatch');
});

it.each([
  [
    'with a wrong passphrase',
    () => ({ ...anOfficeCertificate({ algorithm: '3des' }), passphrase: 'non' }),
    'seal-unreadable',
  ],
  ['that is another file', () => ({ bytes: Buffer.from('%PDF-1.7'), passphrase: '' }), 'seal-unreadable'],
  ['whose days are over', () => anOfficeCertificate({ to: '2026-06-30' }), 'seal-expired'],
] as const)('a seal %s is refused, and the one before stays', async (_how, make, code) => {
  const station = await aStation();
  const good = anOfficeCertificate();
  await station.call('seal.install', { file: good.bytes, passphrase: good.passphrase });
  const { bytes, passphrase } = make();
  const failure = await station.failure('seal.install', { file: bytes, passphrase });
  const { seal } = await station.call('seal.current', {});
  expect([failure.code, seal?.subject]).toEqual([code, 'Cachet du bureau d’essai']);
});
