import { useRef, type ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { KeyHint } from './KeyHint.tsx';
import type { Keys } from './shortcuts/keys.ts';
import { useShortcut } from './shortcuts/useShortcut.ts';

interface ButtonProps {
  children: ReactNode;
  /** Name of the action in the palette; needed when `children` is not plain text. */
  label?: string;
  onPress?: () => void;
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger' | 'link';
  keys?: Keys;
  type?: 'button' | 'submit';
  isDisabled?: boolean;
  isPending?: boolean;
}

/** An action, its key shown. With `type="submit"` the form acts, by key too: an `onPress` beside it would act twice. */
export function Button({
  children,
  label,
  onPress,
  variant = 'secondary',
  keys,
  type = 'button',
  isDisabled,
  isPending,
}: ButtonProps) {
  const name = label ?? (typeof children === 'string' ? children : '');
  const button = useRef<HTMLButtonElement>(null);
  useShortcut({ keys, label: name, isDisabled: isDisabled === true || isPending === true }, () =>
    type === 'submit' ? button.current?.form?.requestSubmit() : onPress?.(),
  );
  return (
    <AriaButton
      ref={button}
      className={`button button-${variant}`}
      type={type}
      onPress={onPress}
      isDisabled={isDisabled}
      isPending={isPending}
      aria-label={label}
      {...(keys === undefined ? {} : { 'aria-keyshortcuts': ariaKeys(keys) })}
    >
      <span>{children}</span>
      {keys !== undefined && <KeyHint keys={keys} />}
    </AriaButton>
  );
}

export function ariaKeys(keys: Keys): string {
  return keys.replace('Ctrl', 'Control');
}
