'use client';

import { type ReactNode, useActionState } from 'react';
import { Badge } from '#app/_ui/badge';
import { Card } from '#app/_ui/card';
import { FormNotice } from '#app/_ui/form-notice';
import { SubmitButton } from '#app/_ui/submit-button';
import { endSessionsAction } from './actions';

type Props = Readonly<{
  sessions: readonly Readonly<{ id: string; device: string; when: ReactNode; isHere: boolean }>[];
}>;

export function SessionList({ sessions }: Props) {
  const [notice, action] = useActionState(endSessionsAction, null);
  return (
    <Card
      title="Where you are signed in"
      flush
      footer={
        sessions.length > 1 ? (
          <form action={action}>
            <SubmitButton kind="secondary" pendingLabel="Signing out…">
              Sign out everywhere else
            </SubmitButton>
          </form>
        ) : undefined
      }
    >
      <FormNotice tone={notice?.tone} className="not-empty:px-4 not-empty:pb-3">
        {notice?.text}
      </FormNotice>
      <ul className="divide-y divide-line border-line border-t">
        {sessions.map(({ id, device, when, isHere }) => (
          <li key={id} className="flex items-center justify-between gap-4 px-4 py-2.5">
            <div className="min-w-0">
              <p className="flex flex-wrap items-center gap-x-2 font-medium">
                {device} {isHere ? <Badge tone="accent">This device</Badge> : null}
              </p>
              <p className="text-ink-soft text-sm">{when}</p>
            </div>
            {isHere ? null : (
              <form action={action}>
                <input type="hidden" name="id" value={id} />
                <SubmitButton kind="quiet" size="small" pendingLabel="Signing out…">
                  Sign out<span className="sr-only"> {device}</span>
                </SubmitButton>
              </form>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
