import { Button } from '../../ui/Button.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { useHelp } from './HelpContext.tsx';

/** Says that there is help, and by which key; the key itself is listened to everywhere. */
export function HelpButton() {
  const open = useHelp();
  return (
    <Button variant="link" onPress={() => open()}>
      <KeyHint keys="F1" /> aide
    </Button>
  );
}
