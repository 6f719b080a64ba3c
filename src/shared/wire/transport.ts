/** All that a host gives the renderer: encoded frames out, encoded frames in. */
export interface Transport {
  /** Sends an encoded call frame. Rejects only when the host itself is gone. */
  send(frame: string): void;
  /** Encoded reply and event frames, in order. Returns a function that stops listening. */
  listen(listener: (frame: string) => void): () => void;
}
