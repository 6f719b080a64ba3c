export { ArrivalFields } from './ArrivalFields.tsx';
export { localToday } from './local-today.ts';
export { MailScreen } from './MailScreen.tsx';
export { ModalityChoice } from './ModalityChoice.tsx';
export { arrivalFromTyped, type TypedArrival } from './typed-mail.ts';
