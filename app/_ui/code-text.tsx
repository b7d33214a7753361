import type { ReactNode } from 'react';

/** Authorization codes, transaction ids, SKUs: letters of even width, broken anywhere. */
export function CodeText({ children }: Readonly<{ children: ReactNode }>) {
  return <code className="break-all font-mono text-[0.95em]">{children}</code>;
}
