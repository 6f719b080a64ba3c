/** What every input shows around itself. `errorMessage` is a whole sentence; its presence makes the field invalid. */
export interface FieldProps {
  label: string;
  description?: string | undefined;
  errorMessage?: string | undefined;
  isRequired?: boolean | undefined;
  isDisabled?: boolean | undefined;
  autoFocus?: boolean | undefined;
  onBlur?: (() => void) | undefined;
}
