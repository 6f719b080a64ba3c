import { useState, type ReactNode } from 'react';
import { labelOf } from '#shared/fields/catalogue.ts';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { useRoute } from '../../host/useRoute.ts';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { useShortcut } from '../../ui/shortcuts/useShortcut.ts';
import { FieldHelp } from './FieldHelp.tsx';
import { Handbook, type OpenPage } from './Handbook.tsx';
import { HANDBOOK, findPage } from './handbook.ts';
import { anchorOf } from './handbook-page.ts';
import { HelpContextProvider, type AskedField } from './HelpContext.tsx';
import { GATE_PLACE, PLACE_OF_SCREEN, type HandbookPlace } from './page-of-screen.ts';

type Shown = { kind: 'field'; field: AskedField } | { kind: 'page'; open: OpenPage };

interface HelpProviderProps {
  children: ReactNode;
  /** What else helps, under the page; the panel closes before it begins. */
  beside(close: () => void): ReactNode;
}

/** F1 anywhere, over dialogs and the locked station too: what to do here. It reads nothing of the data and changes nothing. */
export function HelpProvider({ children, beside }: HelpProviderProps) {
  const { screen } = useRoute();
  const state = useCommandQuery('station.status', {}).data?.state;
  const [asked, setAsked] = useState<{ shown: Shown; state: string | undefined }>();
  // Locked meanwhile, the help goes with the rest.
  const shown = asked?.state === state ? asked?.shown : undefined;
  const show = (next: Shown) => setAsked({ shown: next, state });
  const close = () => setAsked(undefined);
  const openPage = () => {
    const open = openPageAt(state === 'open' ? PLACE_OF_SCREEN[screen] : GATE_PLACE);
    if (open) show({ kind: 'page', open });
  };
  useShortcut({ keys: 'F1', label: 'Aide', isEverywhere: true }, openPage);
  return (
    <HelpContextProvider value={(field) => (field ? show({ kind: 'field', field }) : openPage())}>
      {children}
      {shown && (
        <SidePanel title={titleOf(shown)} isOpen onClose={close}>
          {shown.kind === 'field' ? (
            <FieldHelp field={shown.field} onHandbook={openPage} />
          ) : (
            <Handbook open={shown.open} onOpen={(open) => show({ kind: 'page', open })} />
          )}
          {beside(close)}
        </SidePanel>
      )}
    </HelpContextProvider>
  );
}

function titleOf(shown: Shown): string {
  return shown.kind === 'field' ? labelOf(shown.field.path) : shown.open.page.title;
}

function openPageAt({ file, heading }: HandbookPlace): OpenPage | undefined {
  const page = findPage(file) ?? HANDBOOK[0];
  return page && { page, anchor: heading && anchorOf(heading) };
}
