const width = 30;

export type ProgressBar = Readonly<{ show: (done: number) => void; end: () => void }>;

/** A bar that redraws itself on a terminal and keeps quiet elsewhere but for its last line. */
export function progressBar(total: number, what: string): ProgressBar {
  const startedAt = Date.now();
  const line = (done: number) => {
    const filled = total === 0 ? width : Math.round((width * done) / total);
    const seconds = Math.round((Date.now() - startedAt) / 1000);
    return `[${'█'.repeat(filled)}${' '.repeat(width - filled)}] ${done} of ${total} ${what}, ${seconds} s`;
  };
  return {
    show: (done) => {
      if (process.stderr.isTTY) process.stderr.write(`\r${line(done)}`);
    },
    end: () => process.stderr.write(`${process.stderr.isTTY ? '\r' : ''}${line(total)}\n`),
  };
}
