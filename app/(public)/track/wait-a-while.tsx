import { createElement, Fragment, type ReactNode } from 'react';
import { PlainLink } from '#app/_ui/plain-link';
import type { TrackingWords } from '#server/tracking/words/tracking-words';
import { Told } from './told';

type Props = Readonly<{ words: TrackingWords; minutes: number; again: string }>;

/** Too many tries; `minutes` comes from the address and is believed within reason. */
export function WaitAWhile({ words: { say, pieces }, minutes, again: href }: Props) {
  const known = Number.isInteger(minutes) && minutes >= 1 && minutes <= 60 ? minutes : 0;
  const again = (words: readonly ReactNode[]) => (
    <PlainLink href={href}>{createElement(Fragment, null, ...words)}</PlainLink>
  );
  return (
    <Told icon="hourglass" title={say('wait.title')}>
      <p>{createElement(Fragment, null, ...pieces('wait.words', { minutes: known }, { again }))}</p>
    </Told>
  );
}
