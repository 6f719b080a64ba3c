import type { Readable } from 'node:stream';
import { DataStore, ERRORS, Upload } from '@tus/server';
import type { BlobStore, UploadId } from './blob-store.ts';

/**
 * Our files behind the tus server. Not @tus/file-store: that one acknowledges before anything is on disk, and lost every
 * acknowledged file at a power cut.
 */
export class TusDataStore extends DataStore {
  override extensions = ['creation', 'creation-with-upload'];
  readonly #blobs: BlobStore;

  constructor(blobs: BlobStore) {
    super();
    this.#blobs = blobs;
  }

  override async create(upload: Upload): Promise<Upload> {
    await this.#blobs.begin(toUploadId(upload.id), upload.size ?? 0);
    return upload;
  }

  override async getUpload(id: string): Promise<Upload> {
    const upload = await this.#blobs.find(toUploadId(id));
    // The tus library throws and expects such literals.
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    if (!upload) throw ERRORS.FILE_NOT_FOUND;
    return new Upload({ id, ...upload });
  }

  override write(content: Readable, id: string, offset: number): Promise<number> {
    return this.#blobs.append(toUploadId(id), content, offset);
  }
}

/** What the tus server calls an upload. */
export function toTusId({ stationId, sha256 }: UploadId): string {
  return `${stationId}.${sha256}`;
}

function toUploadId(tusId: string): UploadId {
  const [stationId = '', sha256 = ''] = tusId.split('.');
  return { stationId, sha256 };
}
