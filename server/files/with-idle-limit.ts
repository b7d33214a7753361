/** The same bytes; the stream breaks off where none come for that long, and its source is let go. */
export function withIdleLimit<Bytes extends Uint8Array>(
  source: ReadableStream<Bytes>,
  idleMs: number,
): ReadableStream<Bytes> {
  const reader = source.getReader();
  return new ReadableStream<Bytes>(
    {
      async pull(controller) {
        const next = await withinTime(reader, idleMs);
        if (next.done) controller.close();
        else controller.enqueue(next.value);
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}

async function withinTime<Bytes>(reader: ReadableStreamDefaultReader<Bytes>, idleMs: number) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = new Error(`No bytes came for ${idleMs / 1000} s.`);
      reject(error);
      reader.cancel(error).catch(() => undefined);
    }, idleMs);
  });
  try {
    return await Promise.race([reader.read(), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
