import { z } from 'zod';

const KEY = 'guichet.setup';

/** What was typed before the station exists; never a passphrase. `kind` has no answer beforehand: nobody registers people in the wrong base by haste. */
const draftSchema = z.object({
  name: z.string().default(''),
  office: z.string().default(''),
  academyCode: z.string().default(''),
  kind: z.enum(['real', 'training']).nullable().default(null),
  agentLogin: z.string().default(''),
  agentName: z.string().default(''),
});
export type SetupDraft = z.infer<typeof draftSchema>;

/** As the last window left it. */
export function readSetupDraft(storage: Storage): SetupDraft {
  try {
    return draftSchema.parse(JSON.parse(storage.getItem(KEY) ?? '{}'));
  } catch {
    return draftSchema.parse({});
  }
}

export function keepSetupDraft(storage: Storage, draft: SetupDraft): void {
  storage.setItem(KEY, JSON.stringify(draft));
}

export function forgetSetupDraft(storage: Storage): void {
  storage.removeItem(KEY);
}
