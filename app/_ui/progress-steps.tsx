import clsx from 'clsx';
import type { ReactNode } from 'react';
import { Icon } from './icon';

export type ProgressStep = Readonly<{
  label: string;
  state: 'done' | 'current' | 'paused' | 'ahead' | 'stopped';
  /** Under the label: a date. */
  note?: ReactNode;
}>;

type Props = Readonly<{
  /** For screen readers: "Progress of order 1001". */
  label: string;
  steps: readonly ProgressStep[];
  /** What the marks mean, for screen readers; in English when left out. */
  spoken?: Readonly<Record<ProgressStep['state'], string>> | undefined;
}>;

/** What is done is joined by a line; what is still to come hangs on by its holes. */
export function ProgressSteps({ label, steps, spoken = inEnglish }: Props) {
  return (
    <ol aria-label={label} className="flex">
      {steps.map((step, index) => (
        <li
          key={step.label}
          aria-current={isHere(step) ? 'step' : undefined}
          className="relative flex min-w-0 flex-2 flex-col items-center first:flex-1 first:items-start last:flex-1 last:items-end"
        >
          {index > 0 ? (
            <span aria-hidden data-state={step.state} className="progress-thread" />
          ) : null}
          <Mark state={step.state} />
          <p
            className={clsx(
              'mt-1.5 whitespace-nowrap text-sm max-[24rem]:text-xs',
              step.state === 'ahead' ? 'text-ink-soft' : 'font-medium',
            )}
          >
            {step.label}
            <span className="sr-only">, {spoken[step.state]}</span>
          </p>
          {step.note ? (
            <p
              className={clsx(
                'whitespace-nowrap text-ink-soft text-xs max-[30rem]:max-w-[20vw] max-[30rem]:whitespace-normal max-[30rem]:text-balance',
                index > 0 && (index < steps.length - 1 ? 'text-center' : 'text-end'),
              )}
            >
              {step.note}
            </p>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

function isHere({ state }: ProgressStep): boolean {
  return state === 'current' || state === 'paused';
}

function Mark({ state }: Pick<ProgressStep, 'state'>) {
  return (
    <span
      className={clsx(
        'relative z-1 flex size-6 items-center justify-center rounded-full border-2',
        marks[state],
      )}
    >
      {state === 'done' ? <Icon name="check" size={13} /> : null}
      {state === 'current' ? <span className="size-2 rounded-full bg-accent" /> : null}
      {state === 'paused' ? <Icon name="pause" size={12} /> : null}
      {state === 'stopped' ? <Icon name="x" size={13} /> : null}
    </span>
  );
}

const marks = {
  done: 'border-accent-fill bg-accent-fill text-on-fill',
  current: 'border-accent bg-surface',
  paused: 'border-warn bg-surface text-warn',
  ahead: 'border-line bg-surface',
  stopped: 'border-bad-fill bg-bad-fill text-on-fill',
} as const;

const inEnglish = {
  done: 'done',
  current: 'now',
  paused: 'paused',
  ahead: 'still to come',
  stopped: 'stopped here',
} as const;
