import { createContext, useCallback, useContext, useState, type ReactNode } from 'react';
import { Button } from './Button.tsx';

interface StatusMessage {
  text: string;
  tone: 'good' | 'danger' | 'info';
  /** Puts back what was there before the act that is told. */
  undo?: () => void;
  /** A message said twice is announced twice. */
  serial: number;
}

type Say = (text: string, tone?: StatusMessage['tone'], undo?: () => void) => void;

const SayContext = createContext<Say>(() => undefined);
const DropUndoContext = createContext<() => void>(() => undefined);
const MessageContext = createContext<StatusMessage | undefined>(undefined);

/** What was just done, in the status line. It stays until the next act: nobody must read fast. */
export function StatusProvider({ children }: { children: ReactNode }) {
  const [message, setMessage] = useState<StatusMessage>();
  const say = useCallback<Say>(
    (text, tone = 'good', undo) =>
      setMessage((previous) => ({ text, tone, undo, serial: (previous?.serial ?? 0) + 1 })),
    [],
  );
  const dropUndo = useCallback(
    () => setMessage((told) => (told?.undo ? { ...told, undo: undefined } : told)),
    [],
  );
  return (
    <SayContext value={say}>
      <DropUndoContext value={dropUndo}>
        <MessageContext value={message}>{children}</MessageContext>
      </DropUndoContext>
    </SayContext>
  );
}

export function useSay(): Say {
  return useContext(SayContext);
}

/** Takes the way back away, and leaves what was told: an undo is for just after, never for what came before another act. */
export function useDropUndo(): () => void {
  return useContext(DropUndoContext);
}

/** Polite live region; goes in the status line of the shell, with the way back beside it. */
export function StatusMessageRegion() {
  const message = useContext(MessageContext);
  return (
    <>
      <div role="status" className={`status-message status-${message?.tone ?? 'info'}`}>
        {message && <span key={message.serial}>{message.text}</span>}
      </div>
      {message?.undo && (
        <Button variant="link" keys="Ctrl+Z" onPress={message.undo}>
          Défaire
        </Button>
      )}
    </>
  );
}
