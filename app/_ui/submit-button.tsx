'use client';

import type { ReactNode } from 'react';
import { useFormStatus } from 'react-dom';
import { type ButtonKind, type ButtonSize, buttonLook } from './button-look';

type Props = Readonly<{
  children: ReactNode;
  kind?: ButtonKind | undefined;
  size?: ButtonSize | undefined;
  /** What it says while the form is on its way, for example "Saving…". */
  pendingLabel?: ReactNode;
  name?: string | undefined;
  value?: string | undefined;
  disabled?: boolean | undefined;
  className?: string | undefined;
}>;

/**
 * A second click while the first is on its way does nothing. The button keeps its focus, so it is
 * marked aria-disabled rather than disabled.
 */
export function SubmitButton(props: Props) {
  const { pending } = useFormStatus();
  return (
    <button
      type="submit"
      name={props.name}
      value={props.value}
      disabled={props.disabled}
      aria-disabled={pending || undefined}
      onClick={pending ? (event) => event.preventDefault() : undefined}
      className={buttonLook(
        props.kind ?? 'primary',
        props.size ?? 'normal',
        pending
          ? `cursor-progress motion-safe:animate-pulse ${props.className ?? ''}`
          : props.className,
      )}
    >
      {pending ? (props.pendingLabel ?? props.children) : props.children}
      {pending ? <span className="sr-only">Please wait</span> : null}
    </button>
  );
}
