import { useEffect, useEffectEvent, useRef } from 'react';
import type { Print } from '#shared/contract/printing.ts';
import { mayCall } from '#shared/rights.ts';
import { printTrouble } from '#shared/sentences/print-words.ts';
import { counted } from '#shared/sentences/counted.ts';
import { formatRoute } from '../../host/route.ts';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { useSay, useTakeAway } from '../../ui/StatusProvider.tsx';
import { useRole } from '../station/index.ts';

const UNFINISHED: readonly Print['state'][] = ['sending', 'waiting', 'printing'];

/** Known wherever the clerk went after she printed: how many are on their way, and that one needs her. */
export function PrintsInStatusLine() {
  const role = useRole();
  const prints = useCommandQuery('prints.list', {}, { enabled: mayCall(role, 'prints.list') });
  const troubled = (prints.data ?? []).filter((print) => printTrouble(print) !== undefined);
  const unfinished = (prints.data ?? []).filter(({ state }) => UNFINISHED.includes(state));
  useSaidOnce(troubled);
  if (troubled.length === 0 && unfinished.length === 0) return null;
  return (
    <a className={troubled.length > 0 ? 'status-danger' : undefined} href={formatRoute({ screen: 'prints' })}>
      {troubled.length > 0
        ? `⚠ ${counted(troubled.length, 'impression')} à vérifier`
        : `${counted(unfinished.length, 'impression')} en cours`}
    </a>
  );
}

/** Each trouble is announced when it appears, never again, and no longer told once it is over. */
function useSaidOnce(troubled: readonly Print[]): void {
  const say = useSay();
  const takeAway = useTakeAway();
  const said = useRef(new Set<string>());
  const isTold = useRef('');
  const follow = useEffectEvent(() => {
    for (const print of troubled) {
      const key = `${print.id} ${print.state} ${print.troubles.join()}`;
      if (said.current.has(key)) continue;
      said.current.add(key);
      isTold.current = sentenceOf(print);
      say(isTold.current, 'danger');
    }
    if (!troubled.some((print) => sentenceOf(print) === isTold.current))
      takeAway(({ text }) => text === isTold.current);
  });
  useEffect(() => follow(), [troubled]);
}

function sentenceOf(print: Print): string {
  return `${print.title} : ${printTrouble(print)}`;
}
