import { useState } from 'react';
import type { Modality } from '#shared/contract/campaign.ts';
import type { CommandOutput } from '#shared/contract/index.ts';
import type { GuichetError } from '#shared/errors.ts';
import { useCommand } from '../../host/useCommand.ts';
import { useSay } from '../../ui/StatusProvider.tsx';
import { VERDICT_LABELS } from '#shared/sentences/file-sentences.ts';
import { mailFromTyped, readTypedNumber, type TypedMail } from './typed-mail.ts';

export type MailRecord = CommandOutput<'returns.record'>;

export interface MailForm {
  typed: TypedMail;
  type(change: Partial<TypedMail>): void;
  record(): void;
  /** Newest first: what was just noted, to be looked at again. */
  recorded: readonly MailRecord[];
  isPending: boolean;
  error: GuichetError | null;
}

/** A pile of letters: how they came stays from one to the next, only the number starts anew. */
export function useMailForm(today: string): MailForm {
  const [typed, setTyped] = useState<TypedMail>({
    number: '',
    version: '',
    modality: 'post' satisfies Modality,
    postmarkedOn: '',
    receivedOn: today,
    receivedAt: '',
    signed: true,
    dated: true,
  });
  const [recorded, setRecorded] = useState<readonly MailRecord[]>([]);
  const command = useCommand('returns.record');
  const say = useSay();
  return {
    typed,
    type: (change) => setTyped((before) => ({ ...before, ...change, ...readTypedNumber(change.number) })),
    record: () =>
      command.mutate(mailFromTyped(typed), {
        onSuccess: (record) => {
          setRecorded((before) => [record, ...before].slice(0, 20));
          setTyped((before) => ({ ...before, number: '', version: '', signed: true, dated: true }));
          say(`${record.name} : ${VERDICT_LABELS[record.verdict].toLowerCase()}.`);
        },
      }),
    recorded,
    isPending: command.isPending,
    error: command.error,
  };
}
