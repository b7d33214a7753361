/** How each setting is read: its text, and where to say what is wrong with it. */
export type SettingReader = Readonly<{
  /** The setting without the blanks around it; null when nothing is left. */
  value: (name: string) => string | null;
  fault: (sentence: string) => void;
}>;

/** The address of one of these schemes; null for any other text. */
export function parseUrl(text: string, protocols: readonly string[]): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url && protocols.includes(url.protocol) && url.host !== '' ? url : null;
}

export function isEmailAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+$/.test(text);
}
