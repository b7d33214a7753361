import clsx from 'clsx';
import { type ComponentProps, useId } from 'react';
import { describedBy, FieldFrame, type FieldWords } from './field-frame';

type Props = FieldWords &
  ComponentProps<'textarea'> &
  Readonly<{
    name: string;
    /** Even letters, for lists of codes and keys. */
    mono?: boolean | undefined;
  }>;

export function TextareaField(props: Props) {
  const { label, hint, error, optional, hideLabel, mono, className, rows, ...textarea } = props;
  const ownId = useId();
  const id = props.id ?? ownId;
  return (
    <FieldFrame {...{ id, label, hint, error, optional, hideLabel, className }}>
      <textarea
        {...textarea}
        id={id}
        rows={rows ?? 3}
        {...describedBy(id, { hint, error })}
        className={clsx('control block resize-y', mono && 'font-mono tracking-tight')}
      />
    </FieldFrame>
  );
}
