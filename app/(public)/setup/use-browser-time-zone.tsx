import { useSyncExternalStore } from 'react';
import type { Choice } from '#app/_ui/select-field';

/** The zone that was chosen; before that the browser's own, and UTC as long as it is unknown. */
export function useBrowserTimeZone(chosen: string, choices: readonly Choice[]): string {
  const own = useSyncExternalStore(subscribe, browserTimeZone, () => 'UTC');
  const isOffered = choices.some(({ value }) => value === own);
  return chosen || (isOffered ? own : 'UTC');
}

function subscribe(): () => void {
  return () => undefined;
}

function browserTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
