const keptMax = 500;

/** `make` that makes the same thing once: for what takes long to make, such as the formats of `Intl`. */
export function keptByKey<Made>(make: (key: string) => Made): (key: string) => Made {
  const kept = new Map<string, Made>();
  return (key) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = make(key);
    if (kept.size >= keptMax) kept.clear();
    kept.set(key, made);
    return made;
  };
}
