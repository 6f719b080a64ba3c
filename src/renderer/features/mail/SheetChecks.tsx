import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { MailForm } from './useMailForm.ts';

/** What one looks at on the sheet itself: signed, dated (two checks, S0-13), and which version (S4-22). */
export function SheetChecks({ form: { typed, type, isPending } }: { form: MailForm }) {
  return (
    <div className="actions full-width">
      <TextField
        label="Version signée"
        value={typed.version}
        onChange={(version) => type({ version })}
        inputMode="numeric"
        description="Vide : la dernière"
      />
      <Checkbox isSelected={typed.signed} onChange={(signed) => type({ signed })}>
        Signée
      </Checkbox>
      <Checkbox isSelected={typed.dated} onChange={(dated) => type({ dated })}>
        Datée
      </Checkbox>
      <Button variant="primary" type="submit" isPending={isPending}>
        Noter le retour
      </Button>
    </div>
  );
}
