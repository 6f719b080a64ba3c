import type { ReactNode } from 'react';
import { workPeriodSchema, type WorkPeriod } from '#shared/contract/answers.ts';
import { formatWork, totalWork } from '#shared/rules/work-periods.ts';
import { Button } from '../ui/Button.tsx';
import { DateInput } from './DateInput.tsx';
import type { FieldInputProps } from './field-kind.ts';
import { NumberInput } from './NumberInput.tsx';
import { TextInput } from './TextInputs.tsx';

type TypedPeriod = Partial<Record<keyof WorkPeriod, unknown>>;

interface WorkPeriodsInputProps extends FieldInputProps {
  /** Where a part of the list is on screen (`0.to`), and what is wrong with it. */
  part?: (subPath: string) => { id: string; errorMessage: string | undefined };
}
type Part = WorkPeriodsInputProps['part'];

/** Jobs, one a line, and what they add up to: overlaps count once. */
export function WorkPeriodsInput({ value, onChange, label, errorMessage, part }: WorkPeriodsInputProps) {
  const periods: TypedPeriod[] = Array.isArray(value) ? (value as TypedPeriod[]) : [];
  return (
    <fieldset className="work-periods full-width">
      <legend>{label}</legend>
      {periods.map((period, index) => (
        <WorkPeriodRow
          key={index}
          index={index}
          period={period}
          part={part}
          onChange={(changed) => onChange(periods.map((one, at) => (at === index ? changed : one)))}
          onRemove={() => {
            const rest = periods.filter((_, at) => at !== index);
            onChange(rest.length === 0 ? undefined : rest);
          }}
        />
      ))}
      <Button onPress={() => onChange([...periods, { from: '', to: '' }])}>Ajouter une période</Button>
      <WorkTotal periods={periods} />
      {errorMessage !== undefined && <p className="field-error">{errorMessage}</p>}
    </fieldset>
  );
}

interface WorkPeriodRowProps {
  index: number;
  period: TypedPeriod;
  part: Part | undefined;
  onChange(period: TypedPeriod): void;
  onRemove(): void;
}

function WorkPeriodRow({ index, period, part, onChange, onRemove }: WorkPeriodRowProps) {
  const set = (key: keyof WorkPeriod) => (typed: unknown) => onChange({ ...period, [key]: typed });
  const place = (key: keyof WorkPeriod) => part?.(`${index}.${key}`);
  return (
    <div className="form-grid">
      <Place id={place('employer')?.id}>
        <TextInput
          label={`Employeur ${index + 1}`}
          isRequired={false}
          value={period.employer}
          errorMessage={place('employer')?.errorMessage}
          onChange={set('employer')}
        />
      </Place>
      <Place id={place('from')?.id}>
        <DateInput
          label="Du"
          value={period.from}
          errorMessage={place('from')?.errorMessage}
          onChange={set('from')}
        />
      </Place>
      <Place id={place('to')?.id}>
        <DateInput
          label="Au"
          value={period.to}
          errorMessage={place('to')?.errorMessage}
          onChange={set('to')}
        />
      </Place>
      <Place id={place('percent')?.id}>
        <NumberInput
          label="Quotité (%)"
          isRequired={false}
          value={period.percent}
          errorMessage={place('percent')?.errorMessage}
          onChange={set('percent')}
        />
      </Place>
      <Button label={`Retirer la période ${index + 1}`} onPress={onRemove}>
        Retirer
      </Button>
    </div>
  );
}

function Place({ id, children }: { id: string | undefined; children: ReactNode }) {
  return <div id={id}>{children}</div>;
}

/** What is declared so far; a period half typed does not count yet. */
function WorkTotal({ periods }: { periods: readonly TypedPeriod[] }) {
  const whole = periods.flatMap((period) => workPeriodSchema.safeParse(withoutBlanks(period)).data ?? []);
  if (whole.length === 0) return null;
  return (
    <p role="status">
      Total : <strong>{formatWork(totalWork(whole))}</strong> à temps plein (les périodes qui se chevauchent
      comptent une fois).
    </p>
  );
}

function withoutBlanks(period: TypedPeriod): TypedPeriod {
  return Object.fromEntries(
    Object.entries(period).filter(([, typed]) => typed !== '' && typed !== undefined),
  );
}
