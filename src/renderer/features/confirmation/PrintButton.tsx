import { useCommand } from '../../host/useCommand.ts';
import { ErrorNotice } from '../../host/ErrorNotice.tsx';
import { Button } from '../../ui/Button.tsx';
import { useSay } from '../../ui/StatusProvider.tsx';

/** Sends the archived confirmation to the printer; a printer that refuses says so here, in its own words. */
export function PrintButton({ number, version }: { number: string; version?: number }) {
  const print = useCommand('confirmations.print');
  const say = useSay();
  return (
    <>
      <Button
        variant="primary"
        keys="Ctrl+P"
        isPending={print.isPending}
        onPress={() =>
          print.mutate(
            { number, version },
            { onSuccess: ({ job }) => say(`Confirmation envoyée à l’imprimante (${job}).`) },
          )
        }
      >
        Imprimer la confirmation
      </Button>
      {print.error && <ErrorNotice error={print.error} />}
    </>
  );
}
