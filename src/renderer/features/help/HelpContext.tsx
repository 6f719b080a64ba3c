import { createContext, useContext } from 'react';

/** What help is asked about: the screen one is at, or a field of a form with what its rules depend on. */
export interface AskedField {
  path: string;
  campaignId?: string | undefined;
  exam?: string | undefined;
  specialtyCode?: string | undefined;
}

/** Opens the help, of a field when one is given, else of the screen. */
export type OpenHelp = (field?: AskedField) => void;

const HelpContext = createContext<OpenHelp>(() => undefined);

export const HelpContextProvider = HelpContext.Provider;

export function useHelp(): OpenHelp {
  return useContext(HelpContext);
}
