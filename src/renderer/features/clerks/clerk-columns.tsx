import type { Clerk } from '#shared/contract/clerks.ts';
import { ROLES, roleSchema, type Role } from '#shared/contract/station.ts';
import { ROLE_WORDS } from '#shared/sentences/role-words.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import type { TableColumn } from '../../ui/DataTable.tsx';
import { Select } from '../../ui/Select.tsx';

const MOMENT = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'short', timeStyle: 'short' });
export const ROLE_OPTIONS = ROLES.map((role) => ({ value: role, label: ROLE_WORDS[role] }));

interface ClerkActs {
  ownId: string;
  changeRole(clerk: Clerk, role: Role): void;
  disable(clerk: Clerk): void;
  enable(clerk: Clerk): void;
  reset(clerk: Clerk): void;
}

export function clerkColumns(acts: ClerkActs): TableColumn<Clerk>[] {
  return [
    { id: 'name', title: 'Nom', render: ({ name }) => name },
    { id: 'login', title: 'Identifiant', isCompact: true, render: ({ login }) => login },
    {
      id: 'role',
      title: 'Rôle',
      render: (clerk) => (
        <Select
          label={`Rôle de ${clerk.name}`}
          isLabelHidden
          options={ROLE_OPTIONS}
          value={clerk.role}
          isDisabled={!clerk.active}
          onChange={(role) => acts.changeRole(clerk, roleSchema.parse(role))}
        />
      ),
    },
    { id: 'state', title: 'État', render: stateOf },
    {
      id: 'seen',
      title: 'Dernière ouverture',
      isCompact: true,
      render: ({ lastUnlockAtMs }) => (lastUnlockAtMs === null ? 'jamais' : MOMENT.format(lastUnlockAtMs)),
    },
    { id: 'acts', title: 'Actions', render: (clerk) => <ClerkActions clerk={clerk} acts={acts} /> },
  ];
}

function stateOf({ active, key }: Clerk) {
  if (!active) return <Badge tone="neutral">Désactivé</Badge>;
  if (key === 'none') return <Badge tone="danger">Sans clé : phrase à redonner</Badge>;
  if (key === 'temporary') return <Badge tone="warning">Phrase provisoire</Badge>;
  return <Badge tone="good">Actif</Badge>;
}

function ClerkActions({ clerk, acts }: { clerk: Clerk; acts: ClerkActs }) {
  const { name, active } = clerk;
  if (!active)
    return (
      <Button variant="quiet" label={`Réactiver ${name}`} onPress={() => acts.enable(clerk)}>
        Réactiver
      </Button>
    );
  return (
    <div className="actions">
      {clerk.id !== acts.ownId && (
        <Button
          variant="quiet"
          label={`Nouvelle phrase provisoire pour ${name}`}
          onPress={() => acts.reset(clerk)}
        >
          Nouvelle phrase
        </Button>
      )}
      <Button variant="quiet" label={`Désactiver ${name}`} onPress={() => acts.disable(clerk)}>
        Désactiver
      </Button>
    </div>
  );
}
