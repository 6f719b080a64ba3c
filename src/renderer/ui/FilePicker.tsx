import { useRef } from 'react';
import { DropZone, isFileDropItem } from 'react-aria-components';
import { Button } from './Button.tsx';
import type { Keys } from './shortcuts/keys.ts';

interface FilePickerProps {
  label: string;
  hint: string;
  keys: Keys;
  /** As the attribute of a file input. */
  accept: string;
  isMultiple?: boolean;
  onPick(files: File[]): void;
}

/** Files by key, by button or dropped. */
export function FilePicker({ label, hint, keys, accept, isMultiple = false, onPick }: FilePickerProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <DropZone
      className="drop-zone"
      aria-label={hint}
      onDrop={({ items }) =>
        void Promise.all(items.filter(isFileDropItem).map((item) => item.getFile())).then(onPick)
      }
    >
      <Button keys={keys} onPress={() => input.current?.click()}>
        {label}
      </Button>
      <span className="quiet">{hint}</span>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        multiple={isMultiple}
        aria-label={label}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          // The same file may be chosen again after a refusal.
          event.currentTarget.value = '';
          if (files.length > 0) onPick(files);
        }}
      />
    </DropZone>
  );
}
