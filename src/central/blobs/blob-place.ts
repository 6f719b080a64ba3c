import { openBlobBucket } from './blob-bucket.ts';
import { openBlobFolder, type BlobFolder } from './blob-folder.ts';
import type { BucketPlace } from './bucket-objects.ts';

/** Where the scans of a centre lie: in the store, when there is one. */
export interface BlobPlace {
  blobsFolder: string;
  blobsBucket?: BucketPlace;
}

export function openBlobPlace({ blobsFolder, blobsBucket }: BlobPlace): BlobFolder {
  return blobsBucket ? openBlobBucket(blobsBucket) : openBlobFolder(blobsFolder);
}
