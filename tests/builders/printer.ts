import type { Printer } from '#main/ports/printer.ts';

/** Prints at once, whatever it is given. `onPrint` says how many there were. */
export function aReadyPrinter(onPrint: (document: { title: string; pdf: Uint8Array }) => number): Printer {
  return {
    list: () =>
      Promise.resolve([
        { name: 'essai', isDefault: true, troubles: [], hasColour: true, printsBothSides: true },
      ]),
    print: ({ title, pdf, printer = 'essai' }) =>
      Promise.resolve({ job: `${printer}-${onPrint({ title, pdf })}`, printer }),
    follow: () => Promise.resolve({ state: 'printed', troubles: [], words: '' }),
    cancel: () => Promise.resolve({ state: 'printed', troubles: [], words: '' }),
  };
}
