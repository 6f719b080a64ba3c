import type { FieldHelp } from '#shared/fields/field-help.ts';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import type { AskedField } from './HelpContext.tsx';

interface ListSourceProps {
  list: NonNullable<FieldHelp['list']>;
  field: AskedField;
}

/** The official list an answer is taken from, by the source that the list itself bears. */
export function ListSource({ list, field }: ListSourceProps) {
  const sources = useListSources(list, field);
  if (sources.length === 0) return null;
  return (
    <section>
      <h3>D’où vient la liste</h3>
      <ul className="help-rules">
        {sources.map((source) => (
          <li key={source}>{source}</li>
        ))}
      </ul>
    </section>
  );
}

function useListSources(list: ListSourceProps['list'], { exam, specialtyCode = '' }: AskedField): string[] {
  const papers = useCommandQuery(
    'reference.examPapers',
    { specialtyCode },
    { enabled: list === 'examPapers' && specialtyCode !== '' },
  );
  const education = useCommandQuery(
    'reference.physicalEducation',
    {},
    { enabled: list === 'physicalEducation' },
  );
  const rules = useCommandQuery('reference.achievementRules', {}, { enabled: list === 'exemptions' });
  switch (list) {
    case 'examPapers':
      return papers.data ? [papers.data.source] : [];
    case 'physicalEducation':
      return education.data ? [education.data.source] : [];
    case 'exemptions': {
      const { exemptions = [], keptAfterFailure = [] } = rules.data ?? {};
      const ofExam = [...exemptions, ...keptAfterFailure].filter((rule) => rule.exam === exam);
      return [...new Set(ofExam.map(({ source }) => source))];
    }
  }
}
