import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { useCommand } from '../../host/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { Form } from '../../ui/Form.tsx';
import { TextField } from '../../ui/TextField.tsx';

interface TargetFolderProps {
  folder: string;
  onChange(folder: string): void;
  isDisabled: boolean;
  isPending: boolean;
  onWrite(): void;
}

/** Where a batch is written: chosen in a dialog of the machine, or typed where the host has none. */
export function TargetFolder({ folder, onChange, isDisabled, isPending, onWrite }: TargetFolderProps) {
  const choose = useCommand('batches.chooseFolder');
  const hasDialog = choose.error?.code !== 'unsupported-on-this-host';
  return (
    <Form className="step-body" onSubmit={onWrite}>
      <TextField
        label="Dossier ou clé"
        value={folder}
        onChange={onChange}
        description={
          hasDialog
            ? 'Par exemple E:\\ ou /media/cle.'
            : 'Dans un navigateur, écrivez ici le chemin du dossier, par exemple E:\\ ou /media/cle.'
        }
      />
      {choose.error && hasDialog && <ErrorNotice error={choose.error} />}
      <div className="actions">
        {hasDialog && (
          <Button
            keys="Alt+F"
            isPending={choose.isPending}
            onPress={() =>
              choose.mutate(
                {},
                {
                  onSuccess: ({ folder: chosen }) => {
                    if (chosen !== null) onChange(chosen);
                  },
                },
              )
            }
          >
            Choisir un dossier
          </Button>
        )}
        <Button type="submit" isDisabled={isDisabled || folder === ''} isPending={isPending}>
          Écrire un lot
        </Button>
      </div>
    </Form>
  );
}
