import type { ShippedComponent } from 'virtual:shipped-components';
import { use, useState } from 'react';
import { foldForSearch } from '#shared/rules/fold.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Section } from '../../ui/Section.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { loadShipped } from './shipped.ts';

/** Each component with its licence; its texts unfold under it. */
export function ComponentList() {
  const { components } = use(loadShipped());
  const [query, setQuery] = useState('');
  const words = foldForSearch(query).split(' ').filter(Boolean);
  const found = components.filter(({ name, licence }) => {
    const folded = foldForSearch(`${name} ${licence}`);
    return words.every((word) => folded.includes(word));
  });
  return (
    <Section
      title="Composants et licences"
      aside={
        <span className="quiet" role="status">
          {found.length} sur {components.length}
        </span>
      }
    >
      <p className="quiet">
        Du programme et du serveur central de référence. Electron apporte Chromium, dont les licences
        accompagnent le programme installé (LICENSES.chromium.html).
      </p>
      <TextField
        label="Chercher un composant ou une licence"
        type="search"
        value={query}
        onChange={setQuery}
      />
      {found.length === 0 ? (
        <EmptyState title="Rien ne correspond." />
      ) : (
        <ul className="components">
          {found.map((component) => (
            <li key={`${component.name} ${component.version}`}>
              <ComponentLicence component={component} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** The texts are drawn only once unfolded: together they are half a megabyte. */
function ComponentLicence({ component }: { component: ShippedComponent }) {
  const { texts } = use(loadShipped());
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {component.name} {component.version} <span className="quiet">· {component.licence}</span>
      </summary>
      {isOpen &&
        component.texts.map((place) => (
          <pre
            key={place}
            className="licence-text"
            lang={component.licence.startsWith('Licence') ? 'fr' : 'en'}
          >
            {texts[place]}
          </pre>
        ))}
    </details>
  );
}
