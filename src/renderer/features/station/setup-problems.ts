import { login } from '#shared/contract/station.ts';
import type { FieldProblem, GuichetError } from '#shared/errors.ts';
import { problemSentence } from '#shared/sentences/problem-sentences.ts';
import type { SetupDraft } from './setup-draft.ts';

/** What is asked at each step before the station exists. */
const ASKED = [
  ['name', 'office', 'academyCode', 'kind'],
  ['agentLogin'],
] as const satisfies readonly (readonly (keyof SetupDraft)[])[];

/** What keeps a step from being left, field by field, as whole sentences. */
export function missingAt(step: 0 | 1, draft: SetupDraft): Partial<Record<keyof SetupDraft, string>> {
  const problems = ASKED[step].flatMap((path): FieldProblem[] => {
    if ((draft[path] ?? '').trim() === '') return [{ path, code: 'required' }];
    if (path === 'agentLogin' && !login.safeParse(draft.agentLogin).success)
      return [{ path, code: 'bad-format' }];
    return [];
  });
  return Object.fromEntries(problems.map((problem) => [problem.path, problemSentence(problem)]));
}

/** What the core said of a field. */
export function refusalOf(error: GuichetError | null, path: string): string | undefined {
  const problem = error?.fields.find((one) => one.path === path);
  return problem && problemSentence(problem);
}

/** Whether the core refused something that was answered at the first step. */
export function isRefusedAtFirstStep(error: GuichetError): boolean {
  return error.fields.some(({ path }) => ASKED[0].some((asked) => asked === path));
}
