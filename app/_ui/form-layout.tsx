import clsx from 'clsx';
import type { ReactNode } from 'react';

type Props = Readonly<{ children: ReactNode; className?: string | undefined }>;

/** The fields of a form, one under the other. */
export function FormStack({ children, className }: Props) {
  return <div className={clsx('grid gap-4', className)}>{children}</div>;
}

/** Fields side by side where there is room for them. */
export function FieldRow({ children, className }: Props) {
  return (
    <div
      className={clsx(
        'grid items-start gap-x-3 gap-y-4 sm:auto-cols-fr sm:grid-flow-col',
        className,
      )}
    >
      {children}
    </div>
  );
}

/** The buttons that end a form: the main one first, then the way out. */
export function FormActions({ children, className }: Props) {
  return <div className={clsx('flex flex-wrap items-center gap-2', className)}>{children}</div>;
}
