export const TUS = { 'tus-resumable': '1.0.0' };

export function tusCreation(hash: string, size = 8): Record<string, string> {
  return {
    ...TUS,
    'upload-length': String(size),
    'upload-metadata': `sha256 ${Buffer.from(hash).toString('base64')}`,
  };
}

export function tusChunk(offset: number): Record<string, string> {
  return { ...TUS, 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) };
}
