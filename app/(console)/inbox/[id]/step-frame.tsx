'use client';

import type { ReactNode } from 'react';
import { ConfirmPanel } from '#app/_ui/confirm-panel';
import { Disclosure } from '#app/_ui/disclosure';
import { FormNotice } from '#app/_ui/form-notice';
import { Icon } from '#app/_ui/icon';
import { SubmitButton } from '#app/_ui/submit-button';
import type { CommandState } from '../../_forms/command-state';
import { useFocusOnFault } from '../../_forms/use-focus-on-fault';
import type { StepWords } from './step-words';

/** How the callback and its order stand on the page: a decision is about nothing else. */
export type SeenState = Readonly<{
  verdict: string;
  orderNumber: string | null;
  orderVersion: number | null;
}>;

type Props = Readonly<{
  id: string;
  seen: SeenState;
  words: StepWords;
  /** The best step stands open with its weight; another waits behind its name. */
  isBest: boolean;
  state: CommandState;
  action: (form: FormData) => void;
  children?: ReactNode;
}>;

/** The form of one step: what it will do, its fields, its button, and why it was refused. */
export function StepFrame({ id, seen, words, isBest, state, action, children }: Props) {
  const { message, fields } = state;
  const ref = useFocusOnFault(fields);
  const { title, consequences, button, pending } = words;
  const notice = <FormNotice className="empty:hidden">{message}</FormNotice>;
  return (
    <form ref={ref} action={action} noValidate>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="seen.verdict" value={seen.verdict} />
      <input type="hidden" name="seen.orderNumber" value={seen.orderNumber ?? ''} />
      <input type="hidden" name="seen.orderVersion" value={seen.orderVersion ?? ''} />
      {isBest ? (
        <ConfirmPanel
          title={title}
          consequences={consequences}
          actions={<SubmitButton pendingLabel={pending}>{button}</SubmitButton>}
        >
          {children}
          {notice}
        </ConfirmPanel>
      ) : (
        <Disclosure summary={`${title}…`} open={message !== null}>
          <div className="grid max-w-prose gap-3 pb-2 ps-[18px]">
            <Lines consequences={consequences} />
            {children}
            {notice}
            <div>
              <SubmitButton kind="secondary" pendingLabel={pending}>
                {button}
              </SubmitButton>
            </div>
          </div>
        </Disclosure>
      )}
    </form>
  );
}

function Lines({ consequences }: Pick<StepWords, 'consequences'>) {
  return (
    <ul className="grid gap-1 text-ink-soft">
      {consequences.map(({ key, icon, what, detail }) => (
        <li key={key} className="flex gap-2">
          <Icon name={icon} size={14} className="mt-1" />
          <span className="min-w-0">
            {what} {detail}
          </span>
        </li>
      ))}
    </ul>
  );
}
