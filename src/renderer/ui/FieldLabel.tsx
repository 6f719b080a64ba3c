import { Label } from 'react-aria-components';

/** Optional fields say so; required ones are the rule and stay quiet. */
export function FieldLabel({ label, isRequired }: { label: string; isRequired?: boolean | undefined }) {
  return (
    <Label className="field-label">
      {label}
      {isRequired === false && <span className="field-optional"> (facultatif)</span>}
    </Label>
  );
}
