import type { Route } from '@vakthavende/contract/kernel';
import { z } from 'zod';

/** OpenAPI 3.1 from the contract's own routes: what is served is what is documented. */
export function openApi(routes: readonly Route[]): Readonly<Record<string, unknown>> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Vakthavende',
      version: '0.1.0',
      description: 'The open system for Norwegian legevakt. Refusals are problem details (RFC 9457) with a stable `code`.',
    },
    paths,
  };
}

function operation(route: Route) {
  return {
    summary: route.summary,
    parameters: [...parameters(route.params, 'path'), ...parameters(route.query, 'query')],
    ...(route.body ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(route.body, 'input') } } } } : {}),
    responses: {
      200: { description: 'OK', content: { 'application/json': { schema: schemaOf(route.response, 'output') } } },
      default: { description: 'A refusal', content: { 'application/problem+json': {} } },
    },
  };
}

function parameters(schema: z.ZodType | undefined, place: 'path' | 'query') {
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape as Readonly<Record<string, z.ZodType>>).map(([name, field]) => ({
    name,
    in: place,
    required: place === 'path' || !field.safeParse(undefined).success,
    schema: schemaOf(field, 'input'),
  }));
}

/** Times are transformed to instants when they are read; on the wire they are what they were before. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output') {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: io === 'output' ? 'input' : io, unrepresentable: 'any' });
  return rest;
}
