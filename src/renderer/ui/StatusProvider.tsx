import { createContext, useCallback, useContext, useState, type ReactNode } from 'react';

interface StatusMessage {
  text: string;
  tone: 'good' | 'danger' | 'info';
  /** A message said twice is announced twice. */
  serial: number;
}

type Say = (text: string, tone?: StatusMessage['tone']) => void;

const SayContext = createContext<Say>(() => undefined);
const MessageContext = createContext<StatusMessage | undefined>(undefined);

/** What was just done, in the status line. It stays until the next act: nobody must read fast. */
export function StatusProvider({ children }: { children: ReactNode }) {
  const [message, setMessage] = useState<StatusMessage>();
  const say = useCallback<Say>(
    (text, tone = 'good') => setMessage((previous) => ({ text, tone, serial: (previous?.serial ?? 0) + 1 })),
    [],
  );
  return (
    <SayContext value={say}>
      <MessageContext value={message}>{children}</MessageContext>
    </SayContext>
  );
}

export function useSay(): Say {
  return useContext(SayContext);
}

/** Polite live region; goes in the status line of the shell. */
export function StatusMessageRegion() {
  const message = useContext(MessageContext);
  return (
    <div role="status" className={`status-message status-${message?.tone ?? 'info'}`}>
      {message && <span key={message.serial}>{message.text}</span>}
    </div>
  );
}
