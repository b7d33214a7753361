import { type ButtonLook, buttonLook } from './button-look';
import { Icon } from './icon';

type Props = ButtonLook &
  Readonly<{
    type?: 'submit' | 'button' | 'reset' | undefined;
    name?: string | undefined;
    value?: string | undefined;
    form?: string | undefined;
    formAction?: ((data: FormData) => void | Promise<void>) | string | undefined;
    disabled?: boolean | undefined;
    onClick?: (() => void) | undefined;
  }>;

/** A plain button. In a form that changes something, prefer SubmitButton: it shows it is working. */
export function Button({ children, kind, size, icon, className, type, ...rest }: Props) {
  return (
    <button
      type={type ?? 'submit'}
      className={buttonLook(kind ?? 'secondary', size ?? 'normal', className)}
      {...rest}
    >
      {icon ? <Icon name={icon} /> : null}
      {children}
    </button>
  );
}
