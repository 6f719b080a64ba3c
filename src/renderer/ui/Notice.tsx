import type { ReactNode } from 'react';
import type { Tone } from './Badge.tsx';

interface NoticeProps {
  tone: Exclude<Tone, 'neutral'>;
  title?: string;
  children?: ReactNode;
}

const SIGNS: Record<NoticeProps['tone'], string> = { good: '✓', warning: '!', danger: '✕', info: 'i' };

/** A message that stays in the page. Faults are announced at once, the rest when the reader is free. */
export function Notice({ tone, title, children }: NoticeProps) {
  return (
    <div className={`notice notice-${tone}`} role={tone === 'danger' ? 'alert' : 'status'}>
      <span className="notice-sign" aria-hidden="true">
        {SIGNS[tone]}
      </span>
      <div className="notice-body">
        {title !== undefined && <p className="notice-title">{title}</p>}
        {children}
      </div>
    </div>
  );
}
