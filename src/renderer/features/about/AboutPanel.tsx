import { DataTable, type TableColumn } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Section } from '../../ui/Section.tsx';
import { useStation } from '../station/index.ts';

interface Licence {
  licence: string;
  names: string;
}

const COLUMNS: TableColumn<Licence>[] = [
  { id: 'licence', title: 'Licence', isCompact: true, render: ({ licence }) => licence },
  { id: 'names', title: 'Composants', render: ({ names }) => names },
];

const LICENCES: Licence[] = [...Map.groupBy(SHIPPED_COMPONENTS, ({ licence }) => licence)]
  .map(([licence, components]) => ({
    licence,
    names: components.map(({ name, version }) => `${name} ${version}`).join(', '),
  }))
  .sort((one, other) => one.licence.localeCompare(other.licence));

/** Which program this is, and what it is made of, as the bill of materials has it. */
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
      </Section>
      <Section
        title="Composants et licences"
        aside={<span className="quiet">{SHIPPED_COMPONENTS.length} composants</span>}
      >
        <p>
          Polices : Inter, Atkinson Hyperlegible et Noto Sans (SIL Open Font License). Listes des communes :
          Licence Ouverte.
        </p>
        <DataTable
          label="Composants par licence"
          columns={COLUMNS}
          items={LICENCES}
          keyOf={({ licence }) => licence}
          empty={<EmptyState title="Aucun composant." />}
        />
      </Section>
    </div>
  );
}
