import { Label, ProgressBar as AriaProgressBar } from 'react-aria-components';

interface ProgressBarProps {
  label: string;
  done: number;
  /** Null while nobody knows how much there is. */
  total: number | null;
}

export function ProgressBar({ label, done, total }: ProgressBarProps) {
  const known = total !== null && total > 0;
  return (
    <AriaProgressBar
      className="progress"
      value={done}
      maxValue={known ? total : 100}
      isIndeterminate={!known}
      valueLabel={known ? `${done} sur ${total}` : `${done}`}
    >
      {({ valueText }) => (
        <>
          <div className="progress-head">
            <Label>{label}</Label>
            <span>{valueText}</span>
          </div>
          <progress
            className="progress-track"
            aria-hidden="true"
            {...(known ? { value: done, max: total } : {})}
          />
        </>
      )}
    </AriaProgressBar>
  );
}
