import type { FieldFaults } from '#server/errors';

/** What a form of a command shows after it was refused: why, where, and what was typed. */
export type CommandState = Readonly<{
  message: string | null;
  fields: FieldFaults;
  values: Readonly<Record<string, string>>;
}>;

export const untouched: CommandState = { message: null, fields: {}, values: {} };
