/**
 * Writes things together that come close together: one alone goes at once, and while it is on its way the next gather for the one after. Each
 * is told its own outcome; a failure is that of all that went together.
 */
export function gathered<Item, Outcome>(
  write: (items: readonly Item[]) => Promise<readonly Outcome[]>,
): (item: Item) => Promise<Outcome> {
  let waiting: Waiting<Item, Outcome>[] = [];
  let isWriting = false;
  const writeAll = async () => {
    isWriting = true;
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      await write(group.map(({ item }) => item)).then(
        (outcomes) => group.forEach(({ resolve }, index) => resolve(outcomes[index] as Outcome)),
        (error: unknown) => group.forEach(({ reject }) => reject(error)),
      );
    }
    isWriting = false;
  };
  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!isWriting) void writeAll();
    });
}

interface Waiting<Item, Outcome> {
  item: Item;
  resolve(outcome: Outcome): void;
  reject(error: unknown): void;
}
