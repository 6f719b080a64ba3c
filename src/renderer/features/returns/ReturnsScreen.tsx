import { useState } from 'react';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { FilePicker } from '../../ui/FilePicker.tsx';
import { Button } from '../../ui/Button.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { JobProgress } from '../jobs/index.ts';
import { ScanPanel } from './ScanPanel.tsx';
import { StackArrivalProvider } from './StackArrival.tsx';
import { StackList } from './StackList.tsx';
import { StackOverview } from './StackOverview.tsx';
import { StackReview } from './StackReview.tsx';
import { useStackReading } from './useStackReading.ts';

interface ReturnsScreenProps {
  stackId: string | undefined;
  pageId: string | undefined;
}

/** Signed sheets come back by the stack: read by the machine, decided by a person, the doubtful ones first. */
export function ReturnsScreen({ stackId, pageId }: ReturnsScreenProps) {
  const reading = useStackReading();
  const [isScanning, setIsScanning] = useState(false);
  const isReviewing = stackId !== undefined && pageId !== undefined;
  return (
    <div className="page page-wide">
      {!isReviewing && (
        <PageHeader
          title="Retours"
          subtitle="Le programme propose, vous décidez."
          actions={
            <>
              {!isScanning && (
                <Button keys="Alt+N" onPress={() => setIsScanning(true)}>
                  Numériser
                </Button>
              )}
              <FilePicker
                label="Lire des numérisations"
                keys="Alt+O"
                hint="JPEG, PNG, TIFF ou PDF ; une pile entière peut être déposée ici."
                accept="image/jpeg,image/png,image/tiff,application/pdf"
                isMultiple
                onPick={(files) => void reading.read(files)}
              />
            </>
          }
        />
      )}
      {isScanning && <ScanPanel isAside={isReviewing} onClose={() => setIsScanning(false)} />}
      {reading.error && <ErrorNotice error={reading.error} />}
      {reading.jobIds.map((jobId) => (
        <JobProgress key={jobId} id={jobId} label="Lecture" />
      ))}
      <StackArrivalProvider key={stackId}>
        {stackId === undefined ? (
          <StackList />
        ) : isReviewing ? (
          <StackReview stackId={stackId} pageId={pageId} />
        ) : (
          <StackOverview stackId={stackId} />
        )}
      </StackArrivalProvider>
    </div>
  );
}
