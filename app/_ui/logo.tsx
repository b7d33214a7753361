type Props = Readonly<{ size?: number | undefined }>;

/** A cheque with its counterfoil: the stub that the shop keeps, the holes, the part that went out. */
export function Logo({ size = 24 }: Props) {
  return (
    <svg
      aria-hidden
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="currentColor"
      className="shrink-0 text-accent"
    >
      <path d="M4 1h4.8v2.2a1.3 1.3 0 0 0 0 2.6v2.4a1.3 1.3 0 0 0 0 2.6v2.4a1.3 1.3 0 0 0 0 2.6v2.4a1.3 1.3 0 0 0 0 2.6V23H4a3 3 0 0 1-3-3V4a3 3 0 0 1 3-3z" />
      <path
        fillOpacity=".4"
        d="M8.8 1H20a3 3 0 0 1 3 3v16a3 3 0 0 1-3 3H8.8v-2.2a1.3 1.3 0 0 0 0-2.6v-2.4a1.3 1.3 0 0 0 0-2.6v-2.4a1.3 1.3 0 0 0 0-2.6V5.8a1.3 1.3 0 0 0 0-2.6z"
      />
    </svg>
  );
}
