import clsx from 'clsx';
import type { ReactNode } from 'react';
import { Icon } from './icon';

export type FieldWords = Readonly<{
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong and what to do about it; shown beside the field and read out with it. */
  error?: string | undefined;
  /** Says "optional" beside the label. */
  optional?: boolean | undefined;
  /** Keeps the label for screen readers only; for fields whose column head says it. */
  hideLabel?: boolean | undefined;
}>;

type Props = FieldWords &
  Readonly<{ id: string; className?: string | undefined; children: ReactNode }>;

export function FieldFrame({
  id,
  label,
  hint,
  error,
  optional,
  hideLabel,
  className,
  children,
}: Props) {
  return (
    <div className={clsx('min-w-0', className)}>
      <label htmlFor={id} className={clsx('mb-1 block font-medium', hideLabel && 'sr-only')}>
        {label}
        {optional ? <span className="font-normal text-ink-soft"> (optional)</span> : null}
      </label>
      {children}
      <FieldNotes id={id} hint={hint} error={error} />
    </div>
  );
}

export function FieldNotes({
  id,
  hint,
  error,
}: Readonly<{ id: string }> & Pick<FieldWords, 'hint' | 'error'>) {
  return (
    <>
      {error ? (
        <p id={`${id}-error`} className="mt-1 flex gap-1.5 text-sm text-bad">
          <Icon name="circle-alert" size={14} className="mt-[3px]" />
          <span>{error}</span>
        </p>
      ) : null}
      {hint ? (
        <p id={`${id}-hint`} className="mt-1 text-sm text-ink-soft">
          {hint}
        </p>
      ) : null}
    </>
  );
}

/** The attributes that tie a control to its notes. */
export function describedBy(id: string, { hint, error }: Pick<FieldWords, 'hint' | 'error'>) {
  const notes = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return {
    'aria-describedby': notes === '' ? undefined : notes,
    'aria-invalid': error ? (true as const) : undefined,
  };
}
