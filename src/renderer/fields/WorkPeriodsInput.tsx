import type { WorkPeriod } from '#shared/contract/answers.ts';
import { workPeriodSchema } from '#shared/contract/answers.ts';
import { formatWork, totalWork } from '#shared/rules/work-periods.ts';
import { Button } from '../ui/Button.tsx';
import { DateInput } from './DateInput.tsx';
import type { FieldInputProps } from './field-kind.ts';
import { NumberInput } from './NumberInput.tsx';
import { TextInput } from './TextInputs.tsx';

/** Jobs, one a line, and what they add up to: overlaps count once. */
export function WorkPeriodsInput({ value, onChange, label, errorMessage }: FieldInputProps) {
  const periods: Partial<WorkPeriod>[] = Array.isArray(value) ? (value as Partial<WorkPeriod>[]) : [];
  const replace = (index: number, change: Partial<Record<keyof WorkPeriod, unknown>>) =>
    onChange(periods.map((period, at) => (at === index ? { ...period, ...change } : period)));
  const whole = periods.flatMap((period) => workPeriodSchema.safeParse(period).data ?? []);
  return (
    <fieldset className="work-periods full-width">
      <legend>{label}</legend>
      {periods.map((period, index) => (
        <div className="form-grid" key={index}>
          <TextInput
            label={`Employeur ${index + 1}`}
            value={period.employer}
            onChange={(employer) => replace(index, { employer: employer || undefined })}
          />
          <DateInput
            label="Du"
            isRequired
            value={period.from}
            onChange={(from) => replace(index, { from })}
          />
          <DateInput label="Au" isRequired value={period.to} onChange={(to) => replace(index, { to })} />
          <NumberInput
            label="Quotité (%)"
            value={period.percent}
            onChange={(percent) => replace(index, { percent })}
          />
          <Button
            onPress={() => {
              const rest = periods.filter((_, at) => at !== index);
              onChange(rest.length === 0 ? undefined : rest);
            }}
          >
            Retirer cette période
          </Button>
        </div>
      ))}
      <Button onPress={() => onChange([...periods, { from: '', to: '' }])}>Ajouter une période</Button>
      {whole.length > 0 && (
        <p role="status">
          Total : {formatWork(totalWork(whole))} à temps plein (les périodes qui se chevauchent comptent une
          fois).
        </p>
      )}
      {errorMessage !== undefined && <p className="field-error">{errorMessage}</p>}
    </fieldset>
  );
}
