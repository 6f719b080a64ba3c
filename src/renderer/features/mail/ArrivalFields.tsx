import type { RefObject } from 'react';
import { DateInput } from '../../fields/DateInput.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { TypedArrival } from './typed-mail.ts';

interface ArrivalFieldsProps {
  typed: TypedArrival;
  type(change: Partial<TypedArrival>): void;
  postmarkField?: RefObject<HTMLDivElement | null>;
}

/** When it was posted and when it came: kept from one letter to the next. */
export function ArrivalFields({ typed, type, postmarkField }: ArrivalFieldsProps) {
  return (
    <>
      <div ref={postmarkField}>
        <DateInput
          label="Cachet de la poste"
          value={typed.postmarkedOn}
          onChange={(value) => type({ postmarkedOn: String(value) })}
          isDisabled={typed.modality !== 'post'}
          description="Vide s’il est illisible"
        />
      </div>
      <DateInput
        label="Reçue le"
        value={typed.receivedOn}
        onChange={(value) => type({ receivedOn: String(value) })}
      />
      <TextField
        label="Heure"
        value={typed.receivedAt}
        onChange={(receivedAt) => type({ receivedAt })}
        description="Si l’échéance en a une"
      />
    </>
  );
}
