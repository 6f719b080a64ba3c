import { FolderField } from '../../host/FolderField.tsx';
import { Button } from '../../ui/Button.tsx';
import { Form } from '../../ui/Form.tsx';

interface TargetFolderProps {
  folder: string;
  onChange(folder: string): void;
  isDisabled: boolean;
  isPending: boolean;
  onWrite(): void;
}

/** Where a batch is written. */
export function TargetFolder({ folder, onChange, isDisabled, isPending, onWrite }: TargetFolderProps) {
  return (
    <Form className="step-body" onSubmit={onWrite}>
      <FolderField label="Dossier ou clé" folder={folder} onChange={onChange} chooseBy="batches.chooseFolder">
        <Button type="submit" isDisabled={isDisabled || folder === ''} isPending={isPending}>
          Écrire un lot
        </Button>
      </FolderField>
    </Form>
  );
}
