import { useState } from 'react';
import type { Registration, SeenPiece } from '#shared/contract/registrations.ts';
import type { ReturnedPage } from '#shared/contract/returned-pages.ts';
import type { GuichetError } from '#shared/errors.ts';
import { fieldClassOf } from '#shared/fields/catalogue.ts';
import { formatVersion } from '#shared/rules/registration-number.ts';
import { useCommand } from '../../host/useCommand.ts';
import { answerAt } from '../registration/index.ts';
import { changesFrom } from './corrections.ts';
import { useStackArrival } from './StackArrival.tsx';
import type { MarkTour } from './useMarkTour.ts';
import { useSecondLook, type SecondLookAnswer } from './useSecondLook.ts';

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
  /** Of a page that was handed over. */
  secondLook: SecondLookAnswer;
  /** Marks that touch no field and that nobody looked at yet. */
  unseenMarks: number;
  accept(): void;
  isPending: boolean;
  error: GuichetError | null;
}

interface AcceptanceOptions {
  page: ReturnedPage;
  registration: Registration;
  tour: MarkTour;
  onDecided(what: string): void;
}

/** What a person makes of a page before she accepts it. A refusal by the core keeps all of it. */
export function useAcceptance({ page, registration, tour, onDecided }: AcceptanceOptions): Acceptance {
  const { signature, date } = page.reading;
  const [signed, setSigned] = useState(signature?.state === 'present');
  const [dated, setDated] = useState(date?.state === 'present');
  const [typed, setTyped] = useState<ReadonlyMap<string, unknown>>(new Map());
  const [pieceSeen, setPieceSeen] = useState<SeenPiece>();
  const command = useCommand('returns.accept');
  const secondLook = useSecondLook(page);
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
    secondLook,
    unseenMarks: tour.unseen.length,
    accept: () =>
      command.mutate(
        {
          id: page.id,
          signed,
          dated,
          changes,
          arrival,
          seenMarks: [...tour.seen],
          ...secondLook.given,
          ...(correctsIdentity ? { pieceSeen } : {}),
        },
        {
          onSuccess: ({ version, newVersion }) =>
            onDecided(
              newVersion ? `Page acceptée, version ${formatVersion(version)} créée.` : 'Page acceptée.',
            ),
        },
      ),
    isPending: command.isPending,
    error: command.error,
  };
}
