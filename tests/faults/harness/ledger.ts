/** A clerk was told "Enregistré", with this number; `person` says of whom. */
export interface SavedAct {
  person: number;
  number: string;
  version: number;
}

/** Everything that was said to somebody, kept outside the system: what nobody may lose. */
export interface Ledger {
  saved(act: SavedAct): void;
  scanned(number: string, sha256: string): void;
  /** The last version told of each number. */
  acts(): SavedAct[];
  scans(): string[];
  /** Numbers told for two people. */
  collisions(): string[];
}

export function createLedger(): Ledger {
  const acts = new Map<string, SavedAct>();
  const scans = new Set<string>();
  const collisions: string[] = [];
  return {
    saved(act) {
      const before = acts.get(act.number);
      if (before && before.person !== act.person) collisions.push(act.number);
      if (!before || before.version < act.version) acts.set(act.number, act);
    },
    scanned: (_number, sha256) => void scans.add(sha256),
    acts: () => [...acts.values()],
    scans: () => [...scans],
    collisions: () => collisions,
  };
}
