import { useState } from 'react';
import { passphraseProblem, SHORTEST_PASSPHRASE } from '#shared/rules/passphrase.ts';
import { problemSentence } from '#shared/sentences/problem-sentences.ts';
import { TextField } from '../../ui/TextField.tsx';
import { PassphraseJudgement } from './PassphraseJudgement.tsx';

export interface NewPassphrase {
  passphrase: string;
  setPassphrase(value: string): void;
  /** Typed a second time: nobody could recover a slip. */
  repeated: string;
  setRepeated(value: string): void;
  problem: string | undefined;
  isReady: boolean;
}

/** A passphrase that is being chosen, judged by the rules of the core as it is typed. */
export function useNewPassphrase(login: string, former?: string): NewPassphrase {
  const [passphrase, setPassphrase] = useState('');
  const [repeated, setRepeated] = useState('');
  const about = { path: '', login, ...(former === undefined ? {} : { former }) };
  const problem = passphraseProblem(passphrase, about);
  return {
    passphrase,
    setPassphrase,
    repeated,
    setRepeated,
    problem: problem && problemSentence(problem),
    isReady: problem === undefined && repeated === passphrase,
  };
}

interface NewPassphraseFieldsProps {
  chosen: NewPassphrase;
  label?: string;
}

export function NewPassphraseFields({
  chosen,
  label = 'Nouvelle phrase de passe',
}: NewPassphraseFieldsProps) {
  const { passphrase, repeated, problem } = chosen;
  const isTypedWhole = repeated !== '' && repeated !== passphrase;
  return (
    <>
      <div>
        <TextField
          label={label}
          type="password"
          value={passphrase}
          onChange={chosen.setPassphrase}
          errorMessage={repeated === '' ? undefined : problem}
          autoComplete="new-password"
          description={`${SHORTEST_PASSPHRASE} caractères ou plus ; plusieurs mots valent mieux.`}
        />
        <PassphraseJudgement passphrase={repeated === '' || !problem ? passphrase : ''} problem={problem} />
      </div>
      <TextField
        label={`${label}, encore`}
        type="password"
        value={repeated}
        onChange={chosen.setRepeated}
        errorMessage={isTypedWhole ? 'Les deux phrases de passe diffèrent.' : undefined}
        autoComplete="new-password"
      />
    </>
  );
}
