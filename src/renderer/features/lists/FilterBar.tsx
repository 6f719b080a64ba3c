import { CANDIDATE_CATEGORIES, EXAMS, type Exam } from '#shared/contract/answers.ts';
import { SYNC_STATES, type ListFilters } from '#shared/contract/lists.ts';
import { STATUSES } from '#shared/contract/registrations.ts';
import { CATEGORY_LABELS, EXAM_SHORT_LABELS, STATUS_LABELS } from '#shared/fields/stringify.ts';
import { SYNC_LABELS } from '#shared/fields/list-labels.ts';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { Button } from '../../ui/Button.tsx';
import { CheckboxRow } from './CheckboxRow.tsx';
import { CommittedText } from './CommittedText.tsx';
import { DayFilter } from './DayFilter.tsx';
import { completenessOf, fileStateFilters, FILE_STATES } from './file-state.ts';
import { ChoiceFilter } from './ChoiceFilter.tsx';
import { SpecialtyFilter } from './SpecialtyFilter.tsx';
import { countFilters, WHOLE_LIST } from './list-query.ts';

interface FilterBarProps {
  filters: ListFilters;
  onChange(filters: ListFilters): void;
}

const EXAM_OPTIONS = EXAMS.map((exam) => ({ value: exam, label: EXAM_SHORT_LABELS[exam] }));
const CATEGORY_OPTIONS = CANDIDATE_CATEGORIES.map((value) => ({ value, label: CATEGORY_LABELS[value] }));
const SYNC_OPTIONS = SYNC_STATES.map((value) => ({ value, label: SYNC_LABELS[value] }));
const STATUS_OPTIONS = STATUSES.map((status) => ({ value: status, label: STATUS_LABELS[status] }));

/** Filters combine: a file is listed when it answers each of them. */
export function FilterBar(props: FilterBarProps) {
  return (
    <section className="section filter-bar" aria-label="Filtres">
      <FilterFields {...props} />
      <FilterChecks {...props} />
    </section>
  );
}

function FilterFields({ filters, onChange }: FilterBarProps) {
  const change = (part: Partial<ListFilters>) => onChange({ ...filters, ...part });
  return (
    <div className="filter-fields">
      <CommittedText label="Nom ou numéro" value={filters.text} onCommit={(text) => change({ text })} />
      <CampaignFilter value={filters.campaignId} onChange={(campaignId) => change({ campaignId })} />
      <SpecialtyFilter
        exams={filters.exams}
        value={filters.specialtyCode}
        onChange={(specialtyCode) => change({ specialtyCode })}
      />
      <ChoiceFilter
        label="Catégorie"
        allLabel="Toutes"
        options={CATEGORY_OPTIONS}
        value={filters.category}
        onChange={(category) => change({ category })}
      />
      <ClerkFilter value={filters.clerk} onChange={(clerk) => change({ clerk })} />
      <DayFilter
        label="Inscrites du"
        value={filters.registeredFrom}
        onChange={(registeredFrom) => change({ registeredFrom })}
      />
      <DayFilter
        label="au"
        value={filters.registeredTo}
        onChange={(registeredTo) => change({ registeredTo })}
      />
      <ChoiceFilter
        label="Dossier"
        options={FILE_STATES}
        value={completenessOf(filters)}
        onChange={(state) => change(fileStateFilters(state))}
      />
      <ChoiceFilter
        label="Envoi au centre"
        options={SYNC_OPTIONS}
        value={filters.syncState}
        onChange={(syncState) => change({ syncState })}
      />
    </div>
  );
}

function FilterChecks({ filters, onChange }: FilterBarProps) {
  const change = (part: Partial<ListFilters>) => onChange({ ...filters, ...part });
  const count = countFilters(filters);
  return (
    <div className="filter-checks">
      <CheckboxRow<Exam>
        label="Examens"
        options={EXAM_OPTIONS}
        values={filters.exams}
        onChange={(exams) => change({ exams, specialtyCode: undefined })}
      />
      <CheckboxRow
        label="États"
        options={STATUS_OPTIONS}
        values={filters.statuses}
        onChange={(statuses) => change({ statuses })}
      />
      {count > 0 && (
        <Button keys="Alt+E" onPress={() => onChange(WHOLE_LIST.filters)}>
          {count === 1 ? 'Effacer le filtre' : `Effacer les ${count} filtres`}
        </Button>
      )}
    </div>
  );
}

interface TextFilterProps {
  value: string | undefined;
  onChange(value: string | undefined): void;
}

function CampaignFilter(props: TextFilterProps) {
  const campaigns = useCommandQuery('campaigns.list', {});
  const options = (campaigns.data ?? []).map(({ id, title }) => ({ value: id, label: title }));
  return <ChoiceFilter label="Campagne" allLabel="Toutes" options={options} {...props} />;
}

function ClerkFilter(props: TextFilterProps) {
  const choices = useCommandQuery('lists.choices', {});
  const options = (choices.data?.clerks ?? []).map((name) => ({ value: name, label: name }));
  return <ChoiceFilter label="Agent" options={options} {...props} />;
}
