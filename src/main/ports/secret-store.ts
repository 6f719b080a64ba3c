/**
 * Keeps the station's secret out of the data folder, so that a copied folder cannot be opened elsewhere even with the
 * passphrase.
 */
export interface SecretStore {
  /** `operatingSystem`: bound to the user's session (DPAPI, keychain). `file`: a file with restricted rights, weaker. */
  readonly strength: 'operatingSystem' | 'file';
  /** Seals bytes so that only this machine's user can reveal them. */
  protect(secret: Uint8Array): Promise<Uint8Array>;
  /** Inverse of `protect`. Throws GuichetError `database-damaged` when it was sealed elsewhere or changed. */
  reveal(sealed: Uint8Array): Promise<Uint8Array>;
}
