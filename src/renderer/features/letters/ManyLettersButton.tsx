import { useState } from 'react';
import type { LetterKind } from '#shared/contract/letters.ts';
import { Button } from '../../ui/Button.tsx';
import type { Keys } from '../../ui/shortcuts/keys.ts';
import { ManyLetters } from './ManyLetters.tsx';

interface ManyLettersButtonProps {
  label: string;
  kind: LetterKind;
  numbers: readonly string[];
  keys?: Keys;
}

/** Opens the dialog on the files chosen at that moment: a list that changes behind it changes nothing in it. */
export function ManyLettersButton({ label, kind, numbers, keys }: ManyLettersButtonProps) {
  const [chosen, setChosen] = useState<readonly string[]>();
  return (
    <>
      <Button
        {...(keys === undefined ? {} : { keys })}
        isDisabled={numbers.length === 0}
        onPress={() => setChosen(numbers)}
      >
        {label}
      </Button>
      <ManyLetters
        kind={kind}
        numbers={chosen ?? []}
        isOpen={chosen !== undefined}
        onClose={() => setChosen(undefined)}
      />
    </>
  );
}
