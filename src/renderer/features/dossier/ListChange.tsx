import { answersSchema } from '#shared/contract/answers.ts';
import { AchievementList } from '../registration/index.ts';

/** A list that changed as a whole: achievements, optional épreuves, languages. */
export function ListChange({ path, value }: { path: string; value: object }) {
  if (path === 'achievements') {
    const achievements = answersSchema.shape.achievements.safeParse(value);
    if (achievements.success) return <AchievementList achievements={achievements.data} />;
  }
  const words = Array.isArray(value)
    ? value.map(String)
    : Object.entries(value).map(([code, language]) => `${code} : ${String(language)}`);
  return <>{words.join(', ')}</>;
}
