'use client';

import { useState } from 'react';
import { buttonLook } from './button-look';

export type CopyWords = Readonly<Record<'idle' | 'copied' | 'failed', string>>;

type Props = Readonly<{
  text: string;
  /** What is copied, for screen readers: "tracking number". */
  what: string;
  /** What the button says; in English when left out. */
  words?: CopyWords | undefined;
}>;

/**
 * Stands beside the text it copies. Without script it is not shown, and CopyText beside it is
 * selected as a whole by one click.
 */
export function CopyButton({ text, what, words = inEnglish }: Props) {
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
  return (
    <button
      type="button"
      className={buttonLook(
        'quiet',
        'small',
        'relative z-1 -my-1 -ms-1.5 px-1.5 noscript:hidden print:hidden',
      )}
      onClick={async () => setState(await copy(text))}
      onBlur={() => setState('idle')}
    >
      <span aria-live="polite">{words[state]}</span>
      <span className="sr-only"> {what}</span>
    </button>
  );
}

// On a page without https there is no clipboard at all.
async function copy(text: string): Promise<'copied' | 'failed'> {
  try {
    await navigator.clipboard.writeText(text);
    return 'copied';
  } catch {
    return 'failed';
  }
}

const inEnglish: CopyWords = { idle: 'Copy', copied: 'Copied', failed: 'Select it and copy' };
