/** Bytes that come when they come, to be taken in pieces of a size of our own. */
export type ByteSource = {
  readonly reader: ReadableStreamDefaultReader<Uint8Array>;
  /** What came and is not taken yet. */
  rest: Uint8Array;
  /** Why the bytes broke off; null while they have not. */
  fault: unknown;
};

export function byteSource(bytes: ReadableStream<Uint8Array>): ByteSource {
  return { reader: bytes.getReader(), rest: new Uint8Array(), fault: null };
}

/** How much of the room was filled: less than all of it only where the bytes end or break off. */
export async function fill(room: Uint8Array, source: ByteSource): Promise<number> {
  let filled = 0;
  while (filled < room.byteLength) {
    if (source.rest.byteLength === 0) {
      const next = await source.reader.read().catch((error: unknown) => ({ error }));
      if ('error' in next) source.fault = next.error ?? 'cut off';
      if ('error' in next || next.done) break;
      source.rest = next.value;
    }
    const taken = source.rest.subarray(0, room.byteLength - filled);
    room.set(taken, filled);
    filled += taken.byteLength;
    source.rest = source.rest.subarray(taken.byteLength);
  }
  return filled;
}
