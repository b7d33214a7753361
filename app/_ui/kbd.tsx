import type { ReactNode } from 'react';

export function Kbd({ children }: Readonly<{ children: ReactNode }>) {
  return (
    <kbd className="inline-block min-w-5 rounded-sm border border-line border-b-2 bg-wash px-1 text-center font-sans text-ink-soft text-xs">
      {children}
    </kbd>
  );
}
