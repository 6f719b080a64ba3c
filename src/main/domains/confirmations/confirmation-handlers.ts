import { formatVersion } from '#shared/rules/registration-number.ts';
import type { Handlers } from '#main/context.ts';
import type { Reference } from '#main/domains/reference/index.ts';
import { getRegistration } from '#main/domains/registrations/index.ts';
import { sendPrint } from '#main/printing/index.ts';
import { issueConfirmation } from './issue-confirmation.ts';

type ConfirmationCommands = 'confirmations.issue' | 'confirmations.print';

export function confirmationHandlers(reference: Reference): Handlers<ConfirmationCommands> {
  return {
    'confirmations.issue': async ({ number, version }, context) => {
      const registration = getRegistration(context, number);
      const { fileId: _fileId, ...issued } = await issueConfirmation(
        context,
        reference,
        registration,
        version,
      );
      return {
        ...issued,
        registrationNumber: registration.registrationNumber,
        fileName: `${registration.registrationNumber}-v${formatVersion(issued.version)}.pdf`,
      };
    },
    'confirmations.print': async ({ number, version, printer }, context) => {
      const registration = getRegistration(context, number);
      const {
        pdf,
        fileId,
        version: printed,
      } = await issueConfirmation(context, reference, registration, version);
      const title = `Confirmation ${registration.registrationNumber} v${formatVersion(printed)}`;
      return sendPrint(context, { title, pdf, fileId, registrationId: registration.id, printer });
    },
  };
}
