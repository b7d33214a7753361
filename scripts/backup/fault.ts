/** What is wrong, in one sentence for whoever ran the command. */
export class Fault extends Error {}

/** Runs a command; a fault is told on standard error and ends it with exit code 1. */
export async function runCommand(command: () => Promise<string>): Promise<void> {
  try {
    console.log(await command());
  } catch (cause) {
    console.error(cause instanceof Fault ? cause.message : cause);
    process.exitCode = 1;
  }
}

export function hasCode(cause: unknown, code: string): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === code;
}
