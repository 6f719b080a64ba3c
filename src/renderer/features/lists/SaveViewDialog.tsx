import { useState } from 'react';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { useCommand } from '../../host/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form } from '../../ui/Form.tsx';
import { useSay } from '../../ui/StatusProvider.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { ListQuery } from './list-query.ts';

interface SaveViewDialogProps {
  query: ListQuery;
  isOpen: boolean;
  onClose(): void;
}

export function SaveViewDialog({ query, isOpen, onClose }: SaveViewDialogProps) {
  const [name, setName] = useState('');
  const [isShared, setIsShared] = useState(false);
  const save = useCommand('views.save');
  const say = useSay();
  const isNamed = name.trim() !== '';
  const submit = () => {
    if (!isNamed) return;
    const done = () => {
      say(`Vue « ${name.trim()} » enregistrée.`);
      setName('');
      onClose();
    };
    save.mutate({ name, isShared, ...query }, { onSuccess: done });
  };
  return (
    <Dialog title="Enregistrer cette vue" isOpen={isOpen} onClose={onClose}>
      <Form className="step-body" onSubmit={submit}>
        <TextField
          label="Nom de la vue"
          value={name}
          onChange={setName}
          autoFocus
          description="Les filtres et le tri sont gardés ; une vue à vous du même nom est remplacée."
        />
        <Checkbox isSelected={isShared} onChange={setIsShared}>
          Partagée avec les autres agents du poste
        </Checkbox>
        {save.error && <ErrorNotice error={save.error} />}
        <div className="actions">
          <Button onPress={onClose}>Annuler</Button>
          <Button
            variant="primary"
            keys="Ctrl+Enter"
            isDisabled={!isNamed}
            isPending={save.isPending}
            onPress={submit}
          >
            Enregistrer
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
