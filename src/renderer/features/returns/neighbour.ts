/** The item so many places away in a list; undefined beyond its ends, the first when nothing is current. */
export function neighbourOf<Item extends { id: string }>(
  items: readonly Item[],
  currentId: string | undefined,
  by: number,
): Item | undefined {
  const index = items.findIndex((item) => item.id === currentId);
  return index === -1 ? items[0] : items[index + by];
}
