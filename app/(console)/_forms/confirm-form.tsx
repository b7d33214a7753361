'use client';

import { type ReactNode, useActionState } from 'react';
import { ButtonLink } from '#app/_ui/button-link';
import { ConfirmPanel, type Consequence } from '#app/_ui/confirm-panel';
import { FormNotice } from '#app/_ui/form-notice';
import { SubmitButton } from '#app/_ui/submit-button';
import { type CommandState, untouched } from './command-state';

type Props = Readonly<{
  action: (state: CommandState, form: FormData) => Promise<CommandState>;
  /** What is named by the form and not asked: the number of the order, the id of the file. */
  hidden: Readonly<Record<string, string>>;
  title?: ReactNode;
  lead?: ReactNode;
  consequences: readonly Consequence[];
  button: Readonly<{ label: string; pending: string; kind?: 'danger' }>;
  back: Readonly<{ href: string; label: string }>;
  /** Other ways than the two, between them. */
  others?: ReactNode;
}>;

/** Asks before something is done that asks for nothing but a yes. */
export function ConfirmForm(props: Props) {
  const { hidden, title = 'This is what will happen', lead, consequences, button, back } = props;
  const [{ message }, action] = useActionState(props.action, untouched);
  return (
    <form action={action}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <ConfirmPanel
        title={title}
        lead={lead}
        consequences={consequences}
        actions={
          <>
            <SubmitButton kind={button.kind} pendingLabel={button.pending}>
              {button.label}
            </SubmitButton>
            {props.others}
            <ButtonLink href={back.href} kind="quiet">
              {back.label}
            </ButtonLink>
          </>
        }
      >
        <FormNotice className="empty:hidden">{message}</FormNotice>
      </ConfirmPanel>
    </form>
  );
}
