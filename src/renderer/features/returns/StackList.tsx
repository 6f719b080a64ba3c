import { useEffect, useRef } from 'react';
import type { ReturnStack } from '#shared/contract/returned-pages.ts';
import { agreed } from '#shared/sentences/counted.ts';
import { Loaded } from '../../host/Loaded.tsx';
import { formatRoute } from '../../host/route.ts';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { Badge } from '../../ui/Badge.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { Section } from '../../ui/Section.tsx';
import { useShortcut } from '../../ui/shortcuts/useShortcut.ts';
import { pagesWords, stackName } from './stack-words.ts';
import { SECOND_LOOK } from './second-look-stack.ts';

/** Every stack that was read; J, K and Enter choose one. */
export function StackList() {
  const stacks = useCommandQuery('returns.stacks', {});
  return (
    <Loaded query={stacks}>
      {(list) =>
        list.length === 0 ? (
          <EmptyState title="Aucun retour. Numérisez les confirmations signées, puis lisez les fichiers." />
        ) : (
          <Stacks stacks={list} />
        )
      }
    </Loaded>
  );
}

function Stacks({ stacks }: { stacks: readonly ReturnStack[] }) {
  const list = useRef<HTMLOListElement>(null);
  const asked = stacks.reduce((sum, stack) => sum + stack.asked, 0);
  const links = () => [...(list.current?.querySelectorAll('a') ?? [])];
  const move = (by: number) => {
    const all = links();
    const place = all.findIndex((link) => link === document.activeElement);
    all[Math.min(all.length - 1, Math.max(0, place + by))]?.focus();
  };
  useShortcut({ keys: 'J', label: 'Pile suivante', repeats: true }, () => move(1));
  useShortcut({ keys: 'K', label: 'Pile précédente', repeats: true }, () => move(-1));
  useEffect(() => links()[0]?.focus(), []);
  return (
    <Section
      title="Piles"
      aside={
        <span className="quiet">
          <KeyHint keys="J" /> <KeyHint keys="K" /> <KeyHint keys="Enter" />
        </span>
      }
    >
      <ol className="plain-list stack-list" ref={list}>
        {asked > 0 && (
          <li>
            <a
              className="stack-item stack-item-asked"
              href={formatRoute({ screen: 'returns', stackId: SECOND_LOOK })}
            >
              <span className="stack-name">À un second regard</span>
              <Badge tone="info">{pagesWords(asked)}</Badge>
            </a>
          </li>
        )}
        {stacks.map((stack) => (
          <li key={stack.id}>
            <a className="stack-item" href={formatRoute({ screen: 'returns', stackId: stack.id })}>
              <span className="stack-name">{stackName(stack)}</span>
              <span className="quiet">
                {pagesWords(stack.pages)}
                {stack.readBy !== null && ` · ${agreed(stack.pages, 'lue')} par ${stack.readBy}`}
              </span>
              <StackState stack={stack} />
            </a>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function StackState({ stack: { waiting, asked } }: { stack: ReturnStack }) {
  if (waiting + asked === 0) return <Badge tone="good">Traitée</Badge>;
  return (
    <span className="stack-state">
      {waiting > 0 && <Badge tone="warning">{`${waiting} à traiter`}</Badge>}
      {asked > 0 && <Badge tone="info">{`${asked} à un second regard`}</Badge>}
    </span>
  );
}
