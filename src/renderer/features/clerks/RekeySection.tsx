import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { useCommand } from '../../host/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';

/** After somebody left with a copy of the folder, or of the recovery sheet. */
export function RekeySection() {
  const rekey = useCommand('station.rekey');
  return (
    <Section title="Nouvelle clé de la base">
      <p>
        Après le départ d’un agent, ou si une copie du dossier a pu être prise : la base est chiffrée sous une
        autre clé. Chacun garde sa phrase de passe, la clé de secours reste bonne ; les copies internes sont
        refaites. Les sauvegardes déjà sorties gardent leur ancienne clé.
      </p>
      {rekey.error && <ErrorNotice error={rekey.error} />}
      {rekey.data && (
        <Notice
          tone="good"
          title={
            rekey.data.withoutKey.length === 0
              ? 'La base a une nouvelle clé.'
              : `La base a une nouvelle clé. Phrases de passe à redonner : ${rekey.data.withoutKey.join(', ')}.`
          }
        />
      )}
      <div className="actions">
        <Button isPending={rekey.isPending} onPress={() => rekey.mutate({})}>
          Changer la clé de la base
        </Button>
      </div>
    </Section>
  );
}
