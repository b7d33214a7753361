type Props = Readonly<{ size?: number | undefined; className?: string | undefined }>;

/** A cheque with its counterfoil: the stub we keep, the row of holes, the part that went out. */
export function Logo({ size = 24, className }: Props) {
  return (
    <svg
      aria-hidden
      width={size}
      height={size}
      viewBox="0 0 24 24"
      className={className === undefined ? 'shrink-0 text-accent' : `shrink-0 ${className}`}
    >
      <path fill="currentColor" d="M4 4a2 2 0 0 0-2 2v12a2 2 0 0 0 2 2h3.5V4z" />
      <path
        fill="currentColor"
        fillOpacity=".28"
        d="M10.5 4H20a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2h-9.5z"
      />
      <path
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        d="M9 4.75v.01M9 7.65v.01M9 10.55v.01M9 13.45v.01M9 16.35v.01M9 19.25v.01"
      />
    </svg>
  );
}
