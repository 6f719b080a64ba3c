export interface FileDialogs {
  /** Saves bytes where the clerk chooses; undefined when she gives up. */
  saveAs(suggestedName: string, content: Uint8Array): Promise<string | undefined>;
  /** A folder that is there; undefined when she gives up. */
  chooseFolder(title: string): Promise<string | undefined>;
}
