/** What every time on a page is shown by. */
export type Clock = Readonly<{ nowMs: number; timeZone: string }>;
