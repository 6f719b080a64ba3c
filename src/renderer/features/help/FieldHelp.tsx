import type { Campaign } from '#shared/contract/campaign.ts';
import { findFieldHelp } from '#shared/fields/field-help.ts';
import { ruleText, sourcesOf, type RuleName } from '#shared/rules/rule-texts.ts';
import { campaignSays } from '#shared/sentences/campaign-says.ts';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { Button } from '../../ui/Button.tsx';
import type { AskedField } from './HelpContext.tsx';
import { ListSource } from './ListSource.tsx';

interface FieldHelpProps {
  field: AskedField;
  onHandbook(): void;
}

/** What the field asks, and where each rule that bears on it comes from. */
export function FieldHelp({ field, onHandbook }: FieldHelpProps) {
  const help = findFieldHelp(field.path);
  const campaign = useCommandQuery(
    'campaigns.get',
    { id: field.campaignId ?? '' },
    { enabled: field.campaignId !== undefined },
  );
  return (
    <div className="help-field">
      <p className="help-asks">{help?.asks}</p>
      {help && help.rules.length > 0 && (
        <section>
          <h3>Ce que disent les règles</h3>
          <ul className="help-rules">
            {help.rules.map((name) => (
              <Rule key={name} name={name} field={field} campaign={campaign.data} />
            ))}
          </ul>
        </section>
      )}
      {help?.list !== undefined && <ListSource list={help.list} field={field} />}
      <div className="actions">
        <Button keys="F1" onPress={onHandbook}>
          La page du manuel
        </Button>
      </div>
    </div>
  );
}

interface RuleProps {
  name: RuleName;
  field: AskedField;
  campaign: Campaign | undefined;
}

function Rule({ name, field, campaign }: RuleProps) {
  const rule = ruleText(name);
  const sources = sourcesOf(rule);
  const said = campaign && campaignSays(name, campaign, field.exam);
  return (
    <li>
      <p>{rule.says}</p>
      {said !== undefined && <p>{said}</p>}
      {sources.length > 0 && <p className="quiet">Source : {sources.join(' ; ')}.</p>}
      {rule.ofCampaign && campaign && (
        <p className="quiet">
          Campagne : {campaign.title} ({campaign.source}).
        </p>
      )}
      {rule.ofCampaign && !campaign && (
        <p className="quiet">Chaque campagne le fixe : choisissez d’abord l’examen (étape 2).</p>
      )}
    </li>
  );
}
