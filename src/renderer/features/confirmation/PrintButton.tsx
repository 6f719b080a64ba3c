import { Button } from '../../ui/Button.tsx';
import { SentPrint, usePrint } from '../printing/index.ts';

/** Sends the archived confirmation to the printer, and follows it to its end. */
export function PrintButton({ number, version }: { number: string; version?: number }) {
  const { print, sending } = usePrint('confirmations.print');
  return (
    <>
      <Button
        variant="primary"
        keys="Ctrl+P"
        isPending={sending.isPending}
        onPress={() => print({ number, version })}
      >
        Imprimer la confirmation
      </Button>
      <SentPrint sending={sending} />
    </>
  );
}
