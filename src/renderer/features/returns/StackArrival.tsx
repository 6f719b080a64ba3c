import { createContext, useContext, useState, type ReactNode } from 'react';
import type { Arrival } from '#shared/contract/mail.ts';
import {
  ArrivalFields,
  arrivalFromTyped,
  localToday,
  ModalityChoice,
  type TypedArrival,
} from '../mail/index.ts';
import { useStation } from '../station/index.ts';

interface StackArrival {
  typed: TypedArrival;
  type(change: Partial<TypedArrival>): void;
  /** Undefined: handed over at the counter, now. */
  arrival: Arrival | undefined;
}

const ArrivalContext = createContext<StackArrival | undefined>(undefined);

/** A pile came in one way: what is said of one page holds for the next, until it is changed. */
export function StackArrivalProvider({ children }: { children: ReactNode }) {
  const today = localToday(useStation().nowMs);
  const now: TypedArrival = { modality: 'counter', postmarkedOn: '', receivedOn: today, receivedAt: '' };
  const [typed, setTyped] = useState(now);
  const isNow = typed.modality === 'counter' && typed.receivedOn === today && typed.receivedAt === '';
  const type = (change: Partial<TypedArrival>) => setTyped((before) => ({ ...before, ...change }));
  const arrival = isNow ? undefined : arrivalFromTyped(typed);
  return <ArrivalContext value={{ typed, type, arrival }}>{children}</ArrivalContext>;
}

export function useStackArrival(): StackArrival {
  const value = useContext(ArrivalContext);
  if (!value) throw new Error('StackArrivalProvider is missing above this component');
  return value;
}

/** The post is judged on its postmark: a scan made later must not make a letter late (S0-23). */
export function StackArrivalChoice() {
  const { typed, type } = useStackArrival();
  return (
    <div className="arrival-choice">
      <ModalityChoice value={typed.modality} onChange={(modality) => type({ modality })} />
      <ArrivalFields typed={typed} type={type} />
    </div>
  );
}
