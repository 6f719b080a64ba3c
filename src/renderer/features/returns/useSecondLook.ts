import { useState } from 'react';
import type { ReturnedPage } from '#shared/contract/returned-pages.ts';
import { useStation } from '../station/index.ts';

export interface SecondLookAnswer {
  answer: string;
  setAnswer(answer: string): void;
  /** The clerk who looks is also the one who asked. */
  isOwnQuestion: boolean;
  alone: boolean;
  setAlone(alone: boolean): void;
  /** As the commands take it. */
  given: { answer?: string; alone: boolean };
}

/** What the second person says of a page that was handed to her. */
export function useSecondLook({ decision, askedBy }: ReturnedPage): SecondLookAnswer {
  const { agent } = useStation();
  const [answer, setAnswer] = useState('');
  const [alone, setAlone] = useState(false);
  const isAsked = decision === 'asked';
  const said = answer.trim();
  return {
    answer,
    setAnswer,
    isOwnQuestion: isAsked && askedBy === agent?.login,
    alone,
    setAlone,
    given: { alone, ...(isAsked && said !== '' ? { answer: said } : {}) },
  };
}
