import { useState } from 'react';
import { useCommand } from '../../host/useCommand.ts';
import { useSay } from '../../ui/StatusProvider.tsx';

/** A file on its way into the station: checked, compared, and kept only once it is confirmed. */
export function useCampaignImport() {
  const [content, setContent] = useState<string>();
  const check = useCommand('campaigns.check');
  const compare = useCommand('campaigns.compare');
  const keep = useCommand('campaigns.import');
  const say = useSay();

  const forget = () => {
    setContent(undefined);
    check.reset();
    compare.reset();
    keep.reset();
  };
  const judge = async ([file]: File[]) => {
    if (!file) return;
    const read = await file.text();
    forget();
    setContent(read);
    check.mutate(
      { content: read },
      { onSuccess: ({ faults }) => faults.length === 0 && compare.mutate({ content: read }) },
    );
  };
  const confirm = () => {
    if (content === undefined) return;
    const announce = ({ id }: { id: string }) => {
      forget();
      say(`Campagne ${id} importée.`);
    };
    keep.mutate({ content }, { onSuccess: announce });
  };
  return {
    judge,
    confirm,
    forget,
    faults: check.data?.faults ?? [],
    remarks: check.data?.remarks ?? [],
    compared: compare.data,
    isPending: keep.isPending,
    error: check.error ?? compare.error ?? keep.error,
  };
}
