import { MODALITIES, type Modality } from '#shared/contract/campaign.ts';
import { MODALITY_LABELS } from '#shared/sentences/file-sentences.ts';
import { RadioGroup } from '../../ui/RadioGroup.tsx';

interface ModalityChoiceProps {
  value: Modality;
  onChange(modality: Modality): void;
}

/** How a confirmation came back: each way has its own proof of date. */
export function ModalityChoice({ value, onChange }: ModalityChoiceProps) {
  return (
    <RadioGroup
      label="Arrivée"
      options={MODALITIES.map((modality) => ({ value: modality, label: MODALITY_LABELS[modality] }))}
      value={value}
      onChange={(chosen) => onChange(MODALITIES.find((one) => one === chosen) ?? value)}
    />
  );
}
