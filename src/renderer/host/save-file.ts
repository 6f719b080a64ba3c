/** Saves bytes where the clerk's browser, or Electron's own dialog, puts downloads. */
export function saveFile(fileName: string, mediaType: string, parts: readonly Uint8Array[]): void {
  const blob = new Blob(
    parts.map((part) => new Uint8Array(part)),
    { type: mediaType },
  );
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // The download has its own hold on the bytes once it began.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
