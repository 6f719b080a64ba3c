interface PassphraseJudgementProps {
  passphrase: string;
  /** Why it will not do; undefined when it will. */
  problem: string | undefined;
}

/** What a passphrase is worth, while it is typed. Said again only when the judgement changes. */
export function PassphraseJudgement({ passphrase, problem }: PassphraseJudgementProps) {
  const isGood = problem === undefined;
  return (
    <p role="status" className={isGood ? 'judgement judgement-good' : 'judgement'}>
      {passphrase !== '' && (
        <>
          <span aria-hidden="true">{isGood ? '✓' : '…'}</span>{' '}
          {isGood ? 'Cette phrase de passe convient.' : `Pas encore. ${problem}`}
        </>
      )}
    </p>
  );
}
