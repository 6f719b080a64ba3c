import type { ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';
import { ErrorNotice } from './ErrorNotice.tsx';
import { useCommand } from './useCommand.ts';

interface FolderFieldProps {
  label: string;
  folder: string;
  onChange(folder: string): void;
  /** The command that opens the machine's own dialog. */
  chooseBy: 'batches.chooseFolder' | 'safekeeping.chooseFolder';
  /** What is done with the folder, beside the button that chooses it. */
  children?: ReactNode;
}

/** A folder or a key: chosen in a dialog of the machine, or typed where the host has none. */
export function FolderField({ label, folder, onChange, chooseBy, children }: FolderFieldProps) {
  const choose = useCommand(chooseBy);
  const hasDialog = choose.error?.code !== 'unsupported-on-this-host';
  const ask = () =>
    choose.mutate(
      {},
      { onSuccess: ({ folder: chosen }) => (chosen === null ? undefined : onChange(chosen)) },
    );
  return (
    <>
      <TextField
        label={label}
        value={folder}
        onChange={onChange}
        description={
          hasDialog
            ? 'Par exemple E:\\ ou /media/cle.'
            : 'Dans un navigateur, écrivez ici le chemin du dossier, par exemple E:\\ ou /media/cle.'
        }
      />
      {choose.error && hasDialog && <ErrorNotice error={choose.error} />}
      {(hasDialog || children !== undefined) && (
        <div className="actions">
          {hasDialog && (
            <Button keys="Alt+F" isPending={choose.isPending} onPress={ask}>
              Choisir un dossier
            </Button>
          )}
          {children}
        </div>
      )}
    </>
  );
}
