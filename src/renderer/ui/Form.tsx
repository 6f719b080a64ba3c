import type { ReactNode } from 'react';
import { Form as AriaForm } from 'react-aria-components';

interface FormProps {
  className?: string;
  onSubmit(): void;
  children: ReactNode;
}

/** Enter submits; the page never reloads. */
export function Form({ className, onSubmit, children }: FormProps) {
  return (
    <AriaForm
      className={className}
      validationBehavior="aria"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
    </AriaForm>
  );
}
