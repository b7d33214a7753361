const units = ['bytes', 'kB', 'MB', 'GB'] as const;

/** A size as people say it, in steps of a thousand: "4.7 GB", "12 kB", "1 byte". */
export function byteWords(bytes: number): string {
  if (bytes === 1) return '1 byte';
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(bytes || 1) / 3)));
  const count = bytes / 1000 ** step;
  const digits = step > 0 && count < 100 ? 1 : 0;
  return `${count.toLocaleString('en', { maximumFractionDigits: digits })} ${units[step]}`;
}
