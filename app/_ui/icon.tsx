import clsx from 'clsx';
import { iconPaths } from './icon-paths';

export type IconName = keyof typeof iconPaths;

type Props = Readonly<{
  name: IconName;
  size?: number | undefined;
  className?: string | undefined;
}>;

/**
 * Drawn on the server. lucide-react itself is a client component, which would send its code and
 * every icon's data to the browser of a customer who only looks at a tracking page. An icon is
 * always silent: the word it stands beside (or an sr-only one) says what it means.
 */
export function Icon({ name, size = 16, className }: Props) {
  return (
    <svg
      aria-hidden
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={size >= 20 ? 1.75 : 2}
      strokeLinecap="round"
      strokeLinejoin="round"
      className={clsx('shrink-0', pointing.has(name) && 'rtl:-scale-x-100', className)}
    >
      <path d={iconPaths[name]} />
    </svg>
  );
}

/** What points along the line points the other way where lines run from right to left. */
const pointing: ReadonlySet<IconName> = new Set([
  ...(['truck', 'external-link', 'send', 'undo-2', 'log-out'] as const),
  ...(['chevron-left', 'chevron-right', 'arrow-left', 'arrow-right'] as const),
]);
