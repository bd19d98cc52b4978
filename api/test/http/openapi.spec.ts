import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createGenerator } from 'ts-json-schema-generator';
import { RouteTable } from '../../src/core/http/closed-by-default.js';
import { openapiDocument, undocumented } from '../../src/openapi/document.js';
import { openOffice, type TestOffice } from '../support/office.js';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
const COMMITTED = path('../../data/openapi.json');

/** JSON schemas of every interface in libs/contracts, under the addresses that OpenAPI uses. */
function contractSchemas(): Record<string, unknown> {
  const { definitions } = createGenerator({
    path: path('../../../libs/contracts/src/*.ts'),
    tsconfig: path('../../../libs/contracts/tsconfig.json'),
    skipTypeCheck: true,
    additionalProperties: true,
    jsDoc: 'basic',
  }).createSchema('*');
  const text = JSON.stringify(definitions).replaceAll('#/definitions/', '#/components/schemas/');
  const schemas = JSON.parse(text) as Record<string, unknown>;
  return Object.fromEntries(Object.entries(schemas).filter(([name]) => /^[A-Z]\w*$/.test(name)));
}

let office: TestOffice;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

describe('the OpenAPI document', () => {
  it('tells of every route and of no other', () => {
    expect(undocumented(office.app.get(RouteTable).routes())).toEqual([]);
  });

  it('is the committed one; `npm run openapi` writes it anew', () => {
    const document = `${JSON.stringify(openapiDocument(office.app.get(RouteTable).routes(), contractSchemas()), null, 2)}\n`;
    if (process.env['UPDATE_OPENAPI'] === 'true') writeFileSync(COMMITTED, document);
    expect(readFileSync(COMMITTED, 'utf8')).toBe(document);
  });

  it('is served as JSON and as a readable page', async () => {
    const asJson = await office.app.inject('/api/openapi.json');
    expect(asJson.json()).toMatchObject({ openapi: '3.1.0' });
    const page = await office.app.inject('/api/docs');
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.headers['content-security-policy']).toContain(`default-src 'self'`);
  });
});
