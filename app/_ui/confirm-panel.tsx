import clsx from 'clsx';
import { type ReactNode, useId } from 'react';
import { Icon, type IconName } from './icon';
import { type Tone, toneInks } from './tones';

export type Consequence = Readonly<{
  key: string;
  /** One thing that will happen: "Stock of Ceramic mug rises by 2, from 5 to 7". */
  what: ReactNode;
  detail?: ReactNode;
  icon: IconName;
  tone?: Tone | undefined;
}>;

type Props = Readonly<{
  /** The question: "Roll back order 1001?" */
  title: ReactNode;
  lead?: ReactNode;
  consequences: readonly Consequence[];
  /** Fields of the form, such as a reason. */
  children?: ReactNode;
  /** The buttons: the one that does it, and the way back. */
  actions: ReactNode;
}>;

/** Says line by line what will happen, before it happens. Put it inside the form that does it. */
export function ConfirmPanel({ title, lead, consequences, children, actions }: Props) {
  const titleId = useId();
  return (
    <section
      aria-labelledby={titleId}
      className="rounded-lg border border-line bg-surface shadow-card"
    >
      <div className="px-(--card-pad) pt-3 pb-2.5">
        <h2 id={titleId} className="font-semibold text-lg">
          {title}
        </h2>
        {lead ? <div className="mt-0.5 text-ink-soft">{lead}</div> : null}
      </div>
      <ul className="border-line border-t">
        {consequences.map((line) => (
          <li key={line.key} className="flex gap-3 border-line border-b px-(--card-pad) py-2.5">
            <Icon name={line.icon} className={clsx('mt-[3px]', toneInks[line.tone ?? 'neutral'])} />
            <div className="min-w-0">
              <p>{line.what}</p>
              {line.detail ? <div className="text-ink-soft text-sm">{line.detail}</div> : null}
            </div>
          </li>
        ))}
      </ul>
      <div className="grid gap-4 p-(--card-pad)">
        {children}
        <div className="flex flex-wrap items-center gap-2">{actions}</div>
      </div>
    </section>
  );
}
