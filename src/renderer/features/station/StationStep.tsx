import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { SetupDraft } from './setup-draft.ts';

const KINDS = [
  { value: 'real', label: 'Base réelle : les inscriptions comptent' },
  { value: 'training', label: 'Base école : pour s’entraîner, rien n’a de valeur' },
];

export interface SetupStepProps {
  draft: SetupDraft;
  change(name: keyof SetupDraft, value: string): void;
  /** A whole sentence, where the answer will not do. */
  problemOf(name: keyof SetupDraft): string | undefined;
}

/** Which counter this is, and whether what is typed here counts. */
export function StationStep({ draft, change, problemOf }: SetupStepProps) {
  const academies = useCommandQuery('reference.academies', {});
  const field = (name: 'name' | 'office' | 'academyCode') => ({
    value: draft[name],
    onChange: (value: string) => change(name, value),
    errorMessage: problemOf(name),
  });
  return (
    <div className="form-grid">
      <TextField label="Nom du poste" {...field('name')} autoFocus description="Par exemple : Guichet 2." />
      <TextField
        label="Service"
        {...field('office')}
        description="Par exemple : Division des examens et concours."
      />
      <div className="full-width">
        <Select
          label="Académie"
          {...field('academyCode')}
          options={(academies.data ?? []).map((academy) => ({ value: academy.code, label: academy.name }))}
        />
      </div>
      <div className="full-width">
        <RadioGroup
          label="Ce poste sert"
          isVertical
          options={KINDS}
          value={draft.kind ?? undefined}
          onChange={(kind) => change('kind', kind)}
          errorMessage={problemOf('kind')}
          description="Ne se change plus ensuite. Une base école porte un bandeau sur chaque écran et chaque document."
        />
      </div>
    </div>
  );
}
