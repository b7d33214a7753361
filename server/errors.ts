const errorCodes = [
  'malformed',
  'invalid',
  'unauthorized',
  'forbidden',
  'not_found',
  'refused',
  'conflict',
  'too_many_requests',
  'unavailable',
  'idempotency_key_reused',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** Field paths such as `lines.0.quantity`, each with what is wrong in words. */
export type FieldFaults = Readonly<Record<string, string>>;

type Details = Readonly<{
  fields?: FieldFaults;
  reason?: string;
  remedy?: string;
  retryAfterSeconds?: number;
  cause?: unknown;
}>;

/** What a verb throws on purpose: the message is fit for the user, the cause stays on the server. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: Details;

  constructor(code: ErrorCode, message: string, details: Details = {}) {
    super(message, { cause: details.cause });
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }
}

export function notFound(what: string): AppError {
  return new AppError('not_found', `${what} was not found.`);
}

export function invalid(fields: FieldFaults): AppError {
  return new AppError('invalid', Object.values(fields).join(' '), { fields });
}

/** Both are shown as they are: why it is not done, and what would allow it. */
export function refused(reason: string, remedy: string): AppError {
  return new AppError('refused', `${reason} ${remedy}`, { reason, remedy });
}
