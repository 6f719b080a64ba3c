/**
 * The keystroke-level model (Card, Moran and Newell, 1980): what an expert needs, without the time of the program. K is a good typist's
 * key, M making up one's mind, H a hand that leaves the keys and comes back, P pointing.
 */
const SECONDS = { key: 0.2, decision: 1.35, hand: 0.4, pointing: 1.1 } as const;

export interface Effort {
  keystrokes: number;
  decisions: number;
  seconds: number;
}

/**
 * One decision before each answer and each command: keys that follow each other are one answer, Tab ends it; a key with Ctrl or Alt, a
 * function key and a letter outside a field are commands. A press of the mouse is a pointing and the hand twice, and a decision. A capital or an accented letter
 * counts as one key.
 */
export function effortOf({ keys, mousePresses }: { keys: readonly string[]; mousePresses: number }): Effort {
  let decisions = mousePresses;
  let isAnswering = false;
  for (const key of keys) {
    const isCommand = /^(Control|Alt|Bare)\+|^F\d+$/.test(key);
    const isMove = key === 'Tab';
    if (isCommand || (!isMove && !isAnswering)) decisions += 1;
    isAnswering = !isCommand && !isMove;
  }
  const seconds =
    keys.length * SECONDS.key +
    decisions * SECONDS.decision +
    mousePresses * (SECONDS.pointing + 2 * SECONDS.hand);
  return { keystrokes: keys.length, decisions, seconds };
}
