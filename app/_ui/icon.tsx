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
      className={className === undefined ? 'shrink-0' : `shrink-0 ${className}`}
    >
      <path d={iconPaths[name]} />
    </svg>
  );
}
