import { useState } from 'react';
import { Section } from '../../ui/Section.tsx';
import { useSay } from '../../ui/StatusProvider.tsx';
import { ChangePassphraseForm } from '../station/index.ts';

export function OwnPassphrasePanel() {
  const [changes, setChanges] = useState(0);
  const say = useSay();
  return (
    <Section title="Ma phrase de passe">
      <ChangePassphraseForm
        key={changes}
        onDone={() => {
          say('Phrase de passe changée.');
          setChanges((count) => count + 1);
        }}
      />
    </Section>
  );
}
