import { openBlobFolder } from '#central/blobs/blob-folder.ts';

/** Receives one file as the centre does and says so, for whoever watches the system calls: `receive-one-file.ts <folder> <sha256> [whole]`. */
const [, , folder = '', sha256 = '', way = ''] = process.argv;
const blobs = openBlobFolder(folder);
if (way === 'whole') await blobs.store('upload', sha256, Buffer.from('une page'));
else {
  await blobs.append('upload', Buffer.from('une page'), 0);
  if ((await blobs.sealPartial('upload')) !== sha256) throw new Error('another hash');
  await blobs.publish('upload', sha256);
}
process.stdout.write('ACKNOWLEDGED\n');
