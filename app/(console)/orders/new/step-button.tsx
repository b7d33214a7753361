import type { ReactNode } from 'react';
import { Icon, type IconName } from '#app/_ui/icon';
import { type ButtonSize, buttonLook } from '../../../_ui/button-look';

type Props = Readonly<{
  id?: string | undefined;
  /** What the server does for it where there is no script. */
  step: string;
  /** What the script does instead. */
  onStep: () => void;
  icon: IconName;
  kind?: 'quiet' | 'secondary' | undefined;
  size?: ButtonSize | undefined;
  className?: string | undefined;
  children: ReactNode;
}>;

/** A button of the form that changes the form and places nothing. */
export function StepButton({ id, step, onStep, icon, kind, size, className, children }: Props) {
  return (
    <button
      type="submit"
      id={id}
      name="step"
      value={step}
      className={buttonLook(kind ?? 'quiet', size ?? 'small', className)}
      onClick={(event) => {
        event.preventDefault();
        onStep();
      }}
    >
      <Icon name={icon} />
      {children}
    </button>
  );
}
