import type { ReactNode } from 'react';
import { Logo } from './logo';

type Props = Readonly<{
  title: string;
  children: ReactNode;
  actions: ReactNode;
  /** Inside a shell, which has the main element already. */
  inShell?: boolean | undefined;
}>;

/** A page that says one thing: not found, not working. */
export function PlainPage({ title, children, actions, inShell }: Props) {
  const words = (
    <>
      <h1 className="mt-2 font-semibold text-2xl tracking-tight">{title}</h1>
      <div className="text-ink-soft text-lg">{children}</div>
      <div className="mt-2 flex flex-wrap items-center gap-2">{actions}</div>
    </>
  );
  if (inShell) return <div className="grid max-w-md justify-items-start gap-3 py-8">{words}</div>;
  return (
    <main className="mx-auto grid min-h-dvh max-w-md content-center justify-items-start gap-3 px-6 py-16">
      <Logo size={32} />
      {words}
    </main>
  );
}
