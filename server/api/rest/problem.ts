import { TRPCError } from '@trpc/server';
import { ZodError } from 'zod';
import { databaseFault } from '#server/database-fault';
import { AppError, type ErrorCode } from '#server/errors';
import { fieldFaults } from '#server/field-faults';

export type RestAnswer = Readonly<{
  status: number;
  /** JSON text; absent where the answer has no body. */
  body?: string;
  headers?: Readonly<Record<string, string>>;
}>;

type ProblemCode = ErrorCode | 'method_not_allowed' | 'too_large' | 'unsupported_type' | 'error';
type Kind = Readonly<{ status: number; title: string }>;

const kinds: Readonly<Record<ProblemCode, Kind>> = {
  malformed: { status: 400, title: 'The request cannot be read' },
  unauthorized: { status: 401, title: 'A valid API key is needed' },
  forbidden: { status: 403, title: 'The API key lacks a scope' },
  not_found: { status: 404, title: 'There is nothing here' },
  method_not_allowed: { status: 405, title: 'This method is not known here' },
  refused: { status: 409, title: 'This cannot be done now' },
  conflict: { status: 409, title: 'Something else was first' },
  too_large: { status: 413, title: 'The request is too large' },
  unsupported_type: { status: 415, title: 'The body is of another type' },
  invalid: { status: 422, title: 'Something in the request is not valid' },
  idempotency_key_reused: { status: 422, title: 'This Idempotency-Key was used before' },
  too_many_requests: { status: 429, title: 'Too many requests' },
  error: { status: 500, title: 'Something went wrong on our side' },
  unavailable: { status: 503, title: 'Not available at the moment' },
};

type More = Readonly<{
  fields?: Readonly<Record<string, string>>;
  reason?: string;
  remedy?: string;
  headers?: Readonly<Record<string, string>>;
}>;

/** An error as application/problem+json (RFC 9457), the same form for every fault of the API. */
export function problem(code: ProblemCode, detail: string, more: More = {}): RestAnswer {
  const { status, title } = kinds[code];
  const { headers, ...members } = more;
  const body = { type: `urn:counterfoil:problem:${code}`, title, status, detail, code, ...members };
  return {
    status,
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/problem+json', ...headers },
  };
}

/** 405 with the methods that the path has. */
export function methodNotAllowed(allowed: readonly string[]): RestAnswer {
  return problem('method_not_allowed', `This path knows ${allowed.join(' and ')}.`, {
    headers: { allow: allowed.join(', ') },
  });
}

/** What a procedure threw, as a problem; a defect is logged and told in a neutral sentence. */
export function problemOf(thrown: unknown): RestAnswer {
  const error = thrown instanceof TRPCError ? (thrown.cause ?? thrown) : thrown;
  if (error instanceof ZodError) return invalidProblem(error);
  const told = error instanceof AppError ? error : databaseFault(error);
  if (told) return appProblem(told);
  console.error(error);
  return problem('error', 'Nothing was changed by this request. Try again in a moment.');
}

/** 400: query values are part of the address, not of a form. */
export function malformedQuery(error: ZodError): RestAnswer {
  const fields = fieldFaults(error);
  return problem('malformed', sentenceOf(fields), { fields });
}

/** 422 with every field that is wrong. */
export function invalidProblem(error: ZodError): RestAnswer {
  const fields = fieldFaults(error);
  return problem('invalid', sentenceOf(fields), { fields });
}

function appProblem({ code, message, details }: AppError): RestAnswer {
  const { fields, reason, remedy, retryAfterSeconds } = details;
  return problem(code, message, {
    ...(fields && { fields }),
    ...(reason !== undefined && { reason }),
    ...(remedy !== undefined && { remedy }),
    ...(retryAfterSeconds !== undefined && {
      headers: { 'retry-after': String(retryAfterSeconds) },
    }),
  });
}

function sentenceOf(fields: Readonly<Record<string, string>>): string {
  return Object.entries(fields)
    .slice(0, 5)
    .map(([field, fault]) => `${field}: ${fault}`)
    .join(' ');
}
