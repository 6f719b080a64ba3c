import { TextField } from '../ui/TextField.tsx';
import { textOf, type FieldInputProps } from './field-kind.ts';

export function TextInput({ value, onChange, context: _, ...field }: FieldInputProps) {
  return <TextField {...field} value={textOf(value)} onChange={onChange} />;
}

export function EmailInput({ value, onChange, context: _, ...field }: FieldInputProps) {
  return <TextField {...field} type="email" value={textOf(value)} onChange={onChange} />;
}

export function PhoneInput({ value, onChange, context: _, ...field }: FieldInputProps) {
  return <TextField {...field} type="tel" value={textOf(value)} onChange={onChange} />;
}
