/** Twice what a browser sends at once. */
const restBytesMax = 2 * 8_388_608;

/**
 * The same bytes; where nobody wants more of them, the rest of a chunk is taken and thrown away. A
 * sender that is hung up on never reads the answer that says why.
 */
export function withoutHangingUp(source: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  const reader = source.getReader();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: () => runOut(reader).catch(() => undefined),
    },
    { highWaterMark: 0 },
  );
}

async function runOut(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  for (let left = restBytesMax; left > 0; ) {
    const { done, value } = await reader.read();
    if (done) return;
    left -= value.byteLength;
  }
  await reader.cancel();
}
