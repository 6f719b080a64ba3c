import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { END_PATH, type Choices } from './choices.ts';

interface ProposedEndProps {
  choices: Choices;
  onChoose(path: string, choice: Choices[string]): void;
}

/** One counter withdrew the file while another changed it. */
export function ProposedEnd({ choices, onChoose }: ProposedEndProps) {
  return (
    <RadioGroup
      label="L’autre guichet a mis fin à la candidature"
      isVertical
      options={[
        { value: 'current', label: 'Garder la candidature, avec la modification' },
        { value: 'proposed', label: 'Mettre fin à la candidature : c’est définitif' },
      ]}
      value={choices[END_PATH]}
      onChange={(value) => onChoose(END_PATH, value === 'proposed' ? 'proposed' : 'current')}
    />
  );
}
