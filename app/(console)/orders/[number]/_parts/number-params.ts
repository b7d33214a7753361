export type NumberParams = Promise<Readonly<{ number: string }>>;

/** The order's number in the address, as it was given. */
export async function numberIn(params: NumberParams): Promise<string> {
  return decoded((await params).number).slice(0, 200);
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
