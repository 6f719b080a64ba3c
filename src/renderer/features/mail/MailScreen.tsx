import type { CommandOutput } from '#shared/contract/index.ts';
import { Loaded } from '../../host/Loaded.tsx';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { useStation } from '../station/index.ts';
import { localToday } from './local-today.ts';
import { MailForm } from './MailForm.tsx';
import { OverdueFiles } from './OverdueFiles.tsx';
import { RecordedMail } from './RecordedMail.tsx';
import { SoonDueFiles } from './SoonDueFiles.tsx';
import { useMailForm } from './useMailForm.ts';

/** What the post brought, and what it did not bring in time. */
export function MailScreen() {
  const overdue = useCommandQuery('returns.overdue', {});
  return (
    <div className="page">
      <PageHeader title="Courrier" subtitle="Retours sans numérisation, échéances passées." />
      <Loaded query={overdue}>{(lists) => <MailTabs lists={lists} />}</Loaded>
    </div>
  );
}

function MailTabs({ lists }: { lists: CommandOutput<'returns.overdue'> }) {
  const { toCancel, toExclude, soonDue } = lists;
  const form = useMailForm(localToday(useStation().nowMs));
  const recording = (
    <div className="step-body">
      <MailForm form={form} />
      <RecordedMail recorded={form.recorded} />
    </div>
  );
  return (
    <Tabs
      label="Courrier"
      tabs={[
        { id: 'record', title: 'Noter un retour', content: recording },
        { id: 'cancel', title: `À annuler (${countOf(toCancel)})`, content: <ToCancel {...toCancel} /> },
        { id: 'exclude', title: `À écarter (${countOf(toExclude)})`, content: <ToExclude {...toExclude} /> },
        {
          id: 'soon',
          title: `R.408 bientôt échues (${soonDue.length})`,
          content:
            soonDue.length === 0 ? (
              <EmptyState title="Aucune attestation R.408 n’arrive à échéance dans les trente jours." />
            ) : (
              <SoonDueFiles files={soonDue} />
            ),
        },
      ]}
    />
  );
}

type List = CommandOutput<'returns.overdue'>['toCancel'];

function ToCancel(list: List) {
  return (
    <OverdueFiles
      {...list}
      decision="registrations.cancel"
      nothing="Aucune échéance de retour n’est passée sans retour."
      reminder="Un courrier posté dans les délais peut encore arriver : notez d’abord tout le courrier reçu."
    />
  );
}

function ToExclude(list: List) {
  return (
    <OverdueFiles
      {...list}
      decision="registrations.exclude"
      nothing="Aucune attestation R.408 n’est échue."
      reminder="L’attestation R.408 n’a pas été fournie à sa date : la candidature peut être écartée, ce qui n’est pas une annulation."
    />
  );
}

function countOf({ files, hasMore }: List): string {
  return `${files.length}${hasMore ? ' et plus' : ''}`;
}
