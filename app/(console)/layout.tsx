import type { ReactNode } from 'react';
import { ConsoleShell } from '#app/_ui/console-shell';
import { commonViewport, Document, staffMetadata } from '#app/_ui/document';
import { SubmitButton } from '#app/_ui/submit-button';
import { signOutAction } from '../(public)/sign-in/actions';
import { readConsoleSession } from './console-session';
import { GoToSignIn } from './go-to-sign-in';

type Props = Readonly<{ children: ReactNode }>;

export const metadata = staffMetadata;
export const viewport = commonViewport;

/** Without a session the page below is not rendered at all. */
export default function ConsoleLayout({ children }: Props) {
  return (
    <Document>
      <Console>{children}</Console>
    </Document>
  );
}

async function Console({ children }: Props) {
  const session = await readConsoleSession();
  if (session === null) return <GoToSignIn />;
  const { caller, shop, counts } = session;
  return (
    <ConsoleShell
      shopName={shop.name}
      counts={counts}
      person={{ name: caller.actor.name, email: caller.email ?? '' }}
      signOut={
        <form action={signOutAction}>
          <SubmitButton kind="quiet" size="small" pendingLabel="Signing out…">
            Sign out
          </SubmitButton>
        </form>
      }
    >
      {children}
    </ConsoleShell>
  );
}
