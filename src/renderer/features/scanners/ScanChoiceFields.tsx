import type { ScanChoice, ScannerDescription } from '#shared/contract/scanners.ts';
import { errorSentence } from '#shared/sentences/error-sentences.ts';
import { SCAN_COLOUR_LABELS, SOURCE_LABELS } from '#shared/sentences/scanner-words.ts';
import { Select } from '../../ui/Select.tsx';
import { choiceFrom, choiceOn } from './scan-choice.ts';

interface ScanChoiceFieldsProps {
  scanners: readonly ScannerDescription[];
  choice: ScanChoice | undefined;
  onChange(choice: ScanChoice): void;
}

/** Which scanner, which side of the paper, how finely. A folder has nothing more to say than its name. */
export function ScanChoiceFields({ scanners, choice, onChange }: ScanChoiceFieldsProps) {
  const scanner = scanners.find(({ id }) => id === choice?.scanner);
  const chooseScanner = (id: string) => {
    const wanted = scanners.find((one) => one.id === id);
    const next = wanted && choiceOn(wanted);
    if (next) onChange(next);
  };
  return (
    <div className="form-grid">
      <Select
        label="Scanner"
        options={scanners.map(({ id, name, trouble }) => ({
          value: id,
          label: trouble ? `${name} – ${errorSentence(trouble)}` : name,
        }))}
        value={choice?.scanner}
        onChange={chooseScanner}
      />
      {choice && scanner && <PaperFields scanner={scanner} choice={choice} onChange={onChange} />}
    </div>
  );
}

interface PaperFieldsProps {
  scanner: ScannerDescription;
  choice: ScanChoice;
  onChange(choice: ScanChoice): void;
}

function PaperFields({ scanner, choice, onChange }: PaperFieldsProps) {
  const { resolutionsDpi = [], colours = [] } =
    scanner.sources.find(({ kind }) => kind === choice.source) ?? {};
  const chooseSource = (kind: string) => {
    const wanted = scanner.sources.find((one) => one.kind === kind);
    if (wanted) onChange(choiceFrom(scanner.id, wanted));
  };
  const chooseColour = (value: string) => {
    const colour = colours.find((one) => one === value);
    if (colour) onChange({ ...choice, colour });
  };
  return (
    <>
      <Select
        label="Papier"
        options={scanner.sources.map(({ kind }) => ({ value: kind, label: SOURCE_LABELS[kind] }))}
        value={choice.source}
        onChange={chooseSource}
      />
      {resolutionsDpi.length > 0 && (
        <Select
          label="Définition"
          options={resolutionsDpi.map((dpi) => ({ value: String(dpi), label: `${dpi} points par pouce` }))}
          value={String(choice.resolutionDpi)}
          onChange={(dpi) => onChange({ ...choice, resolutionDpi: Number(dpi) })}
        />
      )}
      {colours.length > 0 && (
        <Select
          label="Couleur"
          options={colours.map((colour) => ({ value: colour, label: SCAN_COLOUR_LABELS[colour] }))}
          value={choice.colour}
          onChange={chooseColour}
        />
      )}
    </>
  );
}
