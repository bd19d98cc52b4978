import { PROBLEMS } from '../core/http/problem.js';
import type { Route } from '../core/http/closed-by-default.js';
import type { Operation } from './operation.js';
import { OPERATIONS } from './operations.js';

type Json = Record<string, unknown>;

interface ObjectSchema {
  readonly properties?: Readonly<Record<string, Json>>;
  readonly required?: readonly string[];
}

const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: Json): Json => ({ 'application/json': { schema } });
const PROBLEM = { 'application/problem+json': { schema: ref('Problem') } };

function answerSchema(answers: NonNullable<Operation['answers']>): Json {
  if (typeof answers === 'string') return ref(answers);
  if ('list' in answers) return { type: 'array', items: ref(answers.list) };
  const count = { type: 'integer', minimum: 0 };
  return {
    type: 'object',
    required: ['items', 'total', 'offset', 'limit'],
    properties: { items: { type: 'array', items: ref(answers.page) }, total: count, offset: count, limit: count },
  };
}

function successOf({ answers, status = 200, file, events }: Operation): Json {
  if (events !== undefined) return { [status]: { description: 'The stream', content: { 'text/event-stream': { schema: ref(events) } } } };
  const content =
    file === 'download' ? { '*/*': { schema: { type: 'string', format: 'binary' } } } : answers && json(answerSchema(answers));
  return { [status]: { description: 'Done', ...(content && { content }) } };
}

function bodyOf({ takes, file }: Operation): Json | undefined {
  if (takes !== undefined) return { required: true, content: json(ref(takes)) };
  if (file === 'piece')
    return { required: true, content: { 'application/offset+octet-stream': { schema: { type: 'string', format: 'binary' } } } };
  if (file !== 'upload') return undefined;
  const properties = { note: { type: 'string' }, file: { type: 'string', format: 'binary' } };
  return { required: true, content: { 'multipart/form-data': { schema: { type: 'object', required: ['file'], properties } } } };
}

function parametersOf(route: Route, operation: Operation, schemas: Json): Json[] {
  const path = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    in: 'path',
    name,
    required: true,
    schema: name === 'number' ? { type: 'integer', minimum: 0 } : { type: 'string', format: 'uuid' },
  }));
  const query = operation.query === undefined ? {} : (schemas[operation.query] as ObjectSchema);
  const search = Object.entries(query.properties ?? {}).map(([name, { description, ...schema }]) => ({
    in: 'query',
    name,
    required: query.required?.includes(name) ?? false,
    ...(description !== undefined && { description }),
    schema,
  }));
  const ifMatch = { in: 'header', name: 'If-Match', required: true, description: 'Version that was seen: "3"', schema: { type: 'string' } };
  return [...path, ...search, ...(operation.ifMatch ? [ifMatch] : [])];
}

/** 401 of every closed route, 403 and 404 of every route of a project, 412 and 428 where `If-Match` is needed. */
function refusalsOf(route: Route, operation: Operation): Json {
  const statuses = [
    ...(route.access?.kind === 'public' ? [] : [401]),
    ...(route.access?.kind === 'permission' ? [403, 404] : []),
    ...(operation.takes === undefined && operation.query === undefined ? [] : [422]),
    ...(operation.ifMatch ? [409, 412, 428] : []),
  ];
  return Object.fromEntries(statuses.map((status) => [status, { description: titleOf(status), content: PROBLEM }]));
}

const titleOf = (status: number): string => Object.values(PROBLEMS).find((problem) => problem.status === status)?.title ?? 'Refused';

function operationOf(route: Route, schemas: Json): Json {
  const operation = OPERATIONS[`${route.method} ${route.path}`] ?? { summary: '' };
  const body = bodyOf(operation);
  return {
    operationId: route.handler.replace('Controller.', '.'),
    tags: [route.handler.split('Controller')[0]],
    summary: operation.summary,
    ...(route.access?.kind === 'permission' && { 'x-permission': route.access.permission }),
    security: route.access?.kind === 'public' ? [] : [{ session: [] }],
    parameters: parametersOf(route, operation, schemas),
    ...(body && { requestBody: body }),
    responses: { ...successOf(operation), ...refusalsOf(route, operation) },
  };
}

/** Routes that the table of operations does not know, and operations that no route has. */
export function undocumented(routes: readonly Route[]): string[] {
  const served = new Set(routes.map((route) => `${route.method} ${route.path}`));
  const told = Object.keys(OPERATIONS);
  return [...told.filter((key) => !served.has(key)), ...[...served].filter((key) => !(key in OPERATIONS))];
}

/** The OpenAPI 3.1 document from the route table, the table of operations, and the JSON schemas of libs/contracts. */
export function openapiDocument(routes: readonly Route[], schemas: Json): Json {
  const paths: Record<string, Json> = {};
  for (const route of [...routes].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route, schemas) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Project office',
      version: '1',
      description: 'Work plan, deliverables, quality board and lump-sum budget of CBHE consortia.',
    },
    servers: [{ url: '/' }],
    paths,
    components: { schemas, securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'office_session' } } },
  };
}
