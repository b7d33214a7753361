'use client';

import type { ReactNode } from 'react';
import { buttonLook } from './button-look';

/** Prints the page. Without script it is not shown: the browser's own menu prints as well. */
export function PrintButton({ children }: Readonly<{ children: ReactNode }>) {
  return (
    <button
      type="button"
      className={buttonLook('secondary', 'normal', 'noscript:hidden print:hidden')}
      onClick={() => window.print()}
    >
      {children}
    </button>
  );
}
