import { TrainingBand } from './TrainingBand.tsx';
import { UnlockPanel } from './UnlockPanel.tsx';

interface UnlockFormProps {
  /** Of a station of one clerk; where there are several, each types hers. */
  onlyLogin: string | null;
  training: boolean;
}

/** The passphrase opens the encrypted data of this station; without it nothing can be read. */
export function UnlockForm({ onlyLogin, training }: UnlockFormProps) {
  return (
    <>
      {training && <TrainingBand />}
      <main className="gate">
        <UnlockPanel login={onlyLogin ?? ''} />
      </main>
    </>
  );
}
