/** The address when a customer may be sent there, that is by http or https; nothing otherwise. */
export function safeUrl(url: string | undefined): string | undefined {
  const trimmed = url?.trim() ?? '';
  return URL.canParse(trimmed) && /^https?:$/u.test(new URL(trimmed).protocol)
    ? trimmed
    : undefined;
}
