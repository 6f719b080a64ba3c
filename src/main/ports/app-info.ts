export interface AppInfo {
  version: string;
  /** For "about" and support, e.g. `Electron 45.4.1` or `navigateur`. */
  host: string;
}
