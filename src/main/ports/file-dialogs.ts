export interface FileDialogs {
  /** Saves bytes where the clerk chooses; undefined when she gives up. */
  saveAs(suggestedName: string, content: Uint8Array): Promise<string | undefined>;
}
