import { Suspense, use } from 'react';
import { Section } from '../../ui/Section.tsx';
import { useStation } from '../station/index.ts';
import { ComponentList } from './ComponentList.tsx';
import { loadShipped } from './shipped.ts';

/** Which program this is, and what it is made of. */
export function AboutPanel() {
  const { version, station, training } = useStation();
  return (
    <div className="step-body">
      <Section title={`Guichet ${version}`}>
        <p>
          {station?.name} · {station?.office}
          {training && ' · base école : rien de ce qui y est saisi n’a de valeur'}
        </p>
        <p className="quiet">
          Inscription au guichet des candidats individuels aux examens professionnels. Le programme travaille
          sans réseau et n’envoie rien qu’au serveur central auquel le poste est rattaché.
        </p>
        <Suspense>
          <Commit />
        </Suspense>
      </Section>
      <Suspense fallback={<div className="loading" aria-busy="true" />}>
        <ComponentList />
      </Suspense>
    </div>
  );
}

/** To be quoted to whoever is asked for help: the version alone does not tell two builds apart. */
function Commit() {
  const { commit } = use(loadShipped());
  if (!commit) return null;
  return (
    <p>
      Construit depuis les sources <code>{commit.id}</code>, du{' '}
      {new Date(commit.date).toLocaleDateString('fr-FR')}.
    </p>
  );
}
