'use client';

import { type ReactNode, useActionState } from 'react';
import { FormNotice } from '#app/_ui/form-notice';
import { SubmitButton } from '#app/_ui/submit-button';
import type { ButtonKind, ButtonSize } from '../../../../_ui/button-look';
import { type CommandState, untouched } from '../../../_forms/command-state';

type Props = Readonly<{
  action: (state: CommandState, form: FormData) => Promise<CommandState>;
  /** What the form says beside its one button: the order, the message. */
  fields: Readonly<Record<string, string>>;
  children: ReactNode;
  pendingLabel: string;
  kind?: ButtonKind;
  size?: ButtonSize;
}>;

/** A command that is one button. Refused, it says why under it. */
export function StepButton({ action, fields, children, pendingLabel, kind, size }: Props) {
  const [{ message }, send] = useActionState(action, untouched);
  return (
    <form action={send}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton kind={kind ?? 'primary'} size={size} pendingLabel={pendingLabel}>
        {children}
      </SubmitButton>
      <FormNotice className="mt-2 max-w-sm empty:hidden">{message}</FormNotice>
    </form>
  );
}
