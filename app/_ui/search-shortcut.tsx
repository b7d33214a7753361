'use client';

import { useEffect } from 'react';

/**
 * Control or Command and K goes to the search field. There are no one-letter shortcuts: WCAG 2.1.4
 * wants a way to turn those off, because speech input presses them by accident.
 */
export function SearchShortcut({ inputId }: Readonly<{ inputId: string }>) {
  useEffect(() => {
    const goToSearch = (event: KeyboardEvent) => {
      const isAsked = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
      if (!isAsked || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      document.getElementById(inputId)?.focus();
    };
    window.addEventListener('keydown', goToSearch);
    return () => window.removeEventListener('keydown', goToSearch);
  }, [inputId]);
  return null;
}
