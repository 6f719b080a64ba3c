export interface Shell {
  /** Opens an https address in the user's own browser. Throws GuichetError `forbidden` for any other scheme. */
  openExternal(url: string): Promise<void>;
}
