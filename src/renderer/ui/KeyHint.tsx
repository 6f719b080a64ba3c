import { frenchKeys, type Keys } from './shortcuts/keys.ts';

/** The key of an action, shown beside it. Screen readers hear it through `aria-keyshortcuts` instead. */
export function KeyHint({ keys }: { keys: Keys }) {
  return (
    <kbd className="key-hint" aria-hidden="true">
      {frenchKeys(keys)}
    </kbd>
  );
}
