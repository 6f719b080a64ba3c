import { useState } from 'react';
import type { Registration, SeenPiece } from '#shared/contract/registrations.ts';
import type { ReturnedPage } from '#shared/contract/returns.ts';
import type { GuichetError } from '#shared/errors.ts';
import { fieldClassOf } from '#shared/fields/catalogue.ts';
import { formatVersion } from '#shared/rules/registration-number.ts';
import { useCommand } from '../../host/useCommand.ts';
import { useSay } from '../../ui/StatusProvider.tsx';
import { answerAt } from '../registration/index.ts';
import { changesFrom } from './corrections.ts';
import { useStackArrival } from './StackArrival.tsx';

export interface Acceptance {
  signed: boolean;
  setSigned(signed: boolean): void;
  dated: boolean;
  setDated(dated: boolean): void;
  typed: ReadonlyMap<string, unknown>;
  type(path: string, value: unknown): void;
  correctionCount: number;
  /** Whether a correction is of the identity: a document must have been seen. */
  correctsIdentity: boolean;
  pieceSeen: SeenPiece | undefined;
  setPieceSeen(piece: SeenPiece): void;
  accept(): void;
  isPending: boolean;
  error: GuichetError | null;
}

/** What a person makes of a page before she accepts it. A refusal by the core keeps all of it. */
export function useAcceptance(page: ReturnedPage, registration: Registration): Acceptance {
  const { signature, date } = page.reading;
  const [signed, setSigned] = useState(signature?.state === 'present');
  const [dated, setDated] = useState(date?.state === 'present');
  const [typed, setTyped] = useState<ReadonlyMap<string, unknown>>(new Map());
  const [pieceSeen, setPieceSeen] = useState<SeenPiece>();
  const command = useCommand('returns.accept');
  const say = useSay();
  const { arrival } = useStackArrival();
  const changes = changesFrom(typed, (path) => answerAt(registration.answers, path));
  const correctsIdentity = Object.keys(changes).some((path) => fieldClassOf(path) === 'identity');
  return {
    signed,
    setSigned,
    dated,
    setDated,
    typed,
    type: (path, value) => setTyped(new Map(typed).set(path, value)),
    correctionCount: Object.keys(changes).length,
    correctsIdentity,
    pieceSeen,
    setPieceSeen,
    accept: () =>
      command.mutate(
        { id: page.id, signed, dated, changes, arrival, ...(correctsIdentity ? { pieceSeen } : {}) },
        {
          onSuccess: ({ version, newVersion }) =>
            say(newVersion ? `Version ${formatVersion(version)} créée : à réimprimer.` : 'Page acceptée.'),
        },
      ),
    isPending: command.isPending,
    error: command.error,
  };
}
