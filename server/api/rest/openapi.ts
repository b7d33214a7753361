import * as z from 'zod';
import { type Route, routes } from './routes';

/** The description of the API in OpenAPI 3.1, made from the schemas that check the requests. */
export function openapi(appUrl: string) {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Counterfoil',
      version: '1',
      description:
        'Money is whole minor units with an ISO 4217 currency beside it; times are ISO 8601 UTC.',
    },
    servers: [{ url: appUrl }],
    security: [{ key: [] }],
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: schemaOf(Problem, 'output') },
    },
    paths: pathsOf(),
  };
}

const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  fields: z.record(z.string(), z.string()).optional(),
  reason: z.string().optional(),
  remedy: z.string().optional(),
});

function pathsOf(): Record<string, Record<string, unknown>> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const path = `/api/v1${route.path}`;
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route) };
  }
  return paths;
}

function operationOf(route: Route) {
  return {
    operationId: operationIdOf(route),
    summary: route.summary,
    description: `Scope: ${route.scope}`,
    parameters: [...pathParameters(route), ...queryParameters(route), ...keyParameter(route)],
    ...(route.body && {
      requestBody: {
        required: !route.body.safeParse({}).success,
        content: { 'application/json': { schema: schemaOf(route.body, 'input') } },
      },
    }),
    responses: {
      ...Object.fromEntries(statusesOf(route).map((status) => [status, answerOf(route)])),
      default: {
        description: 'A problem (RFC 9457)',
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        },
      },
    },
  };
}

/** As in `postOrdersRollBack`: one name for every method of every path. */
function operationIdOf({ method, path }: Route): string {
  const words = path.split(/[^a-z]+/i).filter((word) => word !== '');
  const named = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `${method.toLowerCase()}${named.join('')}`;
}

function statusesOf({ method, path, answer }: Route): readonly string[] {
  if (!answer) return ['204'];
  if (method === 'PUT') return ['200', '201'];
  return [method === 'POST' && path === '/orders' ? '201' : '200'];
}

function answerOf({ answer }: Route) {
  if (!answer) return { description: 'Done; no content' };
  const content = { 'application/json': { schema: schemaOf(answer, 'output') } };
  return { description: 'Done', content };
}

function pathParameters({ path }: Route) {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function queryParameters({ query }: Route) {
  const { properties = {} } = query ? schemaOf(query, 'input') : {};
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: false,
    // A procedure takes the limit of an address as text, too.
    schema: name === 'limit' ? { type: 'integer', minimum: 1, maximum: 100, default: 25 } : schema,
  }));
}

function keyParameter({ method }: Route) {
  return method === 'POST'
    ? [{ name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string' } }]
    : [];
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output') {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}
