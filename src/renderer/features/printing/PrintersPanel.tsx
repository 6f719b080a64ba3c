import { useState } from 'react';
import type { CommandOutput } from '#shared/contract/index.ts';
import type { PrinterDescription } from '#shared/contract/printing.ts';
import { troubleSentences } from '#shared/sentences/print-words.ts';
import { fromWireError } from '#shared/wire/envelope.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { Loaded } from '../../host/Loaded.tsx';
import { useCommand } from '../../host/useCommand.ts';
import { useCommandQuery } from '../../host/useCommandQuery.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { useSay } from '../../ui/StatusProvider.tsx';
import { PrinterChoice } from './PrinterChoice.tsx';
import { SentPrint } from './SentPrint.tsx';
import { usePrint } from './usePrint.ts';

type Found = CommandOutput<'printers.list'>;

/** The printer of this machine: which one, whether it prints in colour, and a sheet that shows what it is worth. */
export function PrintersPanel() {
  const found = useCommandQuery('printers.list', {}, { isFresh: true });
  return (
    <Loaded query={found} waitingFor="Recherche des imprimantes…">
      {(list) => <ChosenPrinter key={found.dataUpdatedAt} found={list} />}
    </Loaded>
  );
}

function ChosenPrinter({ found }: { found: Found }) {
  const { printers, trouble, settings } = found;
  const say = useSay();
  const choose = useCommand('printers.choose');
  const test = usePrint('printers.test');
  const [printer, setPrinter] = useState(settings.chosen);
  const [printsInColour, setPrintsInColour] = useState(found.printsInColour);
  const chosen = printers.find(({ name, isDefault }) => (printer === null ? isDefault : name === printer));
  // Kept at once: a choice that waited for a second key was lost by whoever went on to the next step.
  const keep = (wanted: { printer: string | null; printsInColour: boolean }) => {
    setPrinter(wanted.printer);
    setPrintsInColour(wanted.printsInColour);
    choose.mutate(wanted, { onSuccess: () => say('Cette imprimante est celle du poste.') });
  };
  return (
    <Section title="Imprimante de ce poste">
      <div className="step-body">
        {trouble && <ErrorNotice error={fromWireError(trouble)} />}
        {!trouble && printers.length === 0 && (
          <Notice tone="info" title="Cet ordinateur n’a pas d’imprimante." />
        )}
        <PrinterChoice
          printers={printers}
          value={printer}
          onChange={(name) => keep({ printer: name, printsInColour })}
        />
        {chosen && <PrinterWarnings printer={chosen} />}
        <Checkbox
          isSelected={printsInColour}
          onChange={(isColour) => keep({ printer, printsInColour: isColour })}
        >
          Cette imprimante imprime en couleur
        </Checkbox>
        <p className="quiet">
          Une confirmation imprimée en noir le dit dans son code : à la relecture, l’absence de couleur n’est
          alors pas prise pour un défaut du scanner.
        </p>
        {choose.error && <ErrorNotice error={choose.error} />}
        <div className="actions">
          <Button keys="Alt+P" isPending={test.sending.isPending} onPress={() => test.print({ printer })}>
            Page d’essai
          </Button>
        </div>
        <SentPrint sending={test.sending} />
      </div>
    </Section>
  );
}

function PrinterWarnings({ printer: { troubles, printsBothSides } }: { printer: PrinterDescription }) {
  return (
    <>
      {troubles.length > 0 && (
        <Notice tone="warning" title="Elle n’imprime pas pour l’instant.">
          {troubleSentences(troubles).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Notice>
      )}
      {printsBothSides === false && (
        <Notice
          tone="warning"
          title="Elle n’imprime qu’un côté : une confirmation sortira sur deux feuilles."
        />
      )}
    </>
  );
}
