import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';

interface TabsProps {
  label: string;
  tabs: readonly { id: string; title: string; content: ReactNode }[];
  /** For tabs that an address names; who does not say lets the tabs keep it themselves. */
  selected?: string | undefined;
  onSelect?: (id: string) => void;
}

/** Arrows change the tab; only the open one is drawn. */
export function Tabs({ label, tabs, selected, onSelect }: TabsProps) {
  const chosen = onSelect && {
    selectedKey: tabs.some(({ id }) => id === selected) ? selected : tabs[0]?.id,
    onSelectionChange: (key: string | number) => onSelect(String(key)),
  };
  return (
    <AriaTabs className="tabs" {...chosen}>
      <TabList aria-label={label} className="tab-list">
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className="tab">
            {tab.title}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className="tab-panel">
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
