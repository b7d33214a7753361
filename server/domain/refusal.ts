/** Why a command is not carried out now, and what would allow it; both are shown as they are. */
export type Refusal = Readonly<{ reason: string; remedy: string }>;

/** A refusal in two plain sentences. */
export function refuse(reason: string, remedy: string): Refusal {
  return { reason, remedy };
}
