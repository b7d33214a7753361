'use client';

import { useActionState } from 'react';
import { CopyText } from '#app/_ui/copy-text';
import { SubmitButton } from '#app/_ui/submit-button';
import { showCodeAction } from './show-code-action';

type Props = Readonly<{ number: string; codeId: number; what: string; mayShow: boolean }>;

export function ShowCodeForm({ number, codeId, what, mayShow }: Props) {
  const [{ code, message }, action] = useActionState(showCodeAction, { code: null, message: null });
  return (
    <form action={action} className="flex min-w-0 flex-wrap items-center gap-x-3">
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="codeId" value={codeId} />
      <span role="status" className="min-w-0">
        {code === null ? (
          <span className="text-ink-soft tracking-widest">
            <span className="sr-only">hidden</span>
            <span aria-hidden>••••••••</span>
          </span>
        ) : (
          <CopyText text={code} what="code" />
        )}
        {message === null ? null : <span className="text-bad"> {message}</span>}
      </span>
      {mayShow && code === null ? (
        <SubmitButton kind="quiet" size="small" pendingLabel="Opening…" className="print:hidden">
          Show<span className="sr-only"> {what}</span>
        </SubmitButton>
      ) : null}
    </form>
  );
}
