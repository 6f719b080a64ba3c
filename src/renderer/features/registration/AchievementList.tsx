import type { Achievement } from '#shared/contract/answers.ts';
import { ACHIEVEMENT_LABELS, DIPLOMA_KIND_LABELS, EFFECT_LABELS } from '#shared/fields/stringify.ts';
import { showTypedNumber } from '../../fields/typed-number.ts';
import { useCommandQuery } from '../../host/useCommandQuery.ts';

/** Achievements in words, one a line. */
export function AchievementList({ achievements }: { achievements: readonly Achievement[] }) {
  const academies = useCommandQuery('reference.academies', {});
  if (achievements.length === 0) return <p className="quiet">Aucun acquis déclaré.</p>;
  const academyName = (code: string) =>
    academies.data?.find((academy) => academy.code === code)?.name ?? code;
  return (
    <ol className="plain-list">
      {achievements.map((achievement, index) => (
        <li key={index}>
          <strong>{ACHIEVEMENT_LABELS[achievement.type]}</strong>
          {achievement.diplomaKind !== undefined && ` — ${DIPLOMA_KIND_LABELS[achievement.diplomaKind]}`}
          {achievement.diploma !== undefined && ` — ${achievement.diploma}`} · {achievement.year} · académie
          de {academyName(achievement.academyCode)}
          {achievement.effects.length > 0 && ` : ${achievement.effects.map(effectWords).join(', ')}`}
        </li>
      ))}
    </ol>
  );
}

function effectWords({ examPaperCode, effect, mark }: Achievement['effects'][number]): string {
  const words = `${examPaperCode} ${EFFECT_LABELS[effect].toLowerCase()}`;
  return mark === undefined ? words : `${words} (${showTypedNumber(mark)}/20)`;
}
