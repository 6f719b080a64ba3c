import { createContext, useCallback, useContext, useEffect, useRef, useState, type ReactNode } from 'react';
import { Button } from './Button.tsx';

interface StatusMessage {
  text: string;
  /** A danger asks somebody to do something: it stays until another act, or until whoever told it takes it away. */
  tone: 'good' | 'danger' | 'info';
  /** Puts back what was there before the act that is told. */
  undo?: () => void;
  /** A message said twice is announced twice. */
  serial: number;
}

type Say = (text: string, tone?: StatusMessage['tone'], undo?: () => void) => void;
type TakeAway = (isOver: (told: StatusMessage) => boolean) => void;

/** Nobody must read fast, and a screen reader has said it when it came; later it would be read as news of what is on screen then. */
const STAYS_MS = 60_000;
/** A way back is worth more than news. */
const UNDO_STAYS_MS = 5 * STAYS_MS;

const SayContext = createContext<Say>(() => undefined);
const TakeAwayContext = createContext<TakeAway>(() => undefined);
const MessageContext = createContext<StatusMessage | undefined>(undefined);

/** What was just done, in the status line, until the next act or until it is old. */
export function StatusProvider({ children }: { children: ReactNode }) {
  const [message, setMessage] = useState<StatusMessage>();
  const serial = useRef(0);
  const say = useCallback<Say>((text, tone = 'good', undo) => {
    serial.current += 1;
    setMessage({ text, tone, undo, serial: serial.current });
  }, []);
  const takeAway = useCallback<TakeAway>(
    (isOver) => setMessage((told) => (told && isOver(told) ? undefined : told)),
    [],
  );
  return (
    <SayContext value={say}>
      <TakeAwayContext value={takeAway}>
        <MessageContext value={message}>{children}</MessageContext>
      </TakeAwayContext>
    </SayContext>
  );
}

export function useSay(): Say {
  return useContext(SayContext);
}

/** Takes what is told away where it is over. */
export function useTakeAway(): TakeAway {
  return useContext(TakeAwayContext);
}

/** Another act begins: what was told of the one before is over, and so is its way back. */
export function useEndNews(): () => void {
  const takeAway = useTakeAway();
  return useCallback(() => takeAway(({ tone }) => tone !== 'danger'), [takeAway]);
}

export function useStatusMessage(): StatusMessage | undefined {
  return useContext(MessageContext);
}

/** Polite live region; goes in the status line of the shell, with the way back beside it. It stays when it is empty: only then is it heard. */
export function StatusMessageRegion() {
  const message = useStatusMessage();
  const undo = useRef<HTMLSpanElement>(null);
  const takeAway = useTakeAway();
  useEffect(() => {
    if (!message || message.tone === 'danger') return;
    const leave = () => {
      // Not from under the fingers of who is about to press it.
      if (!undo.current?.contains(document.activeElement))
        takeAway(({ serial }) => serial === message.serial);
    };
    const timer = setInterval(leave, message.undo ? UNDO_STAYS_MS : STAYS_MS);
    return () => clearInterval(timer);
  }, [message, takeAway]);
  return (
    <>
      <div role="status" className={`status-message status-${message?.tone ?? 'info'}`}>
        {message && <span key={message.serial}>{message.text}</span>}
      </div>
      {message?.undo && (
        <span ref={undo}>
          <Button variant="link" keys="Ctrl+Z" onPress={message.undo}>
            Défaire
          </Button>
        </span>
      )}
    </>
  );
}
