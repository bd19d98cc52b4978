import 'reflect-metadata';
import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsISO8601, IsNotEmpty, IsString, IsUrl, Max, Min, ValidateBy } from 'class-validator';
import { isIP } from 'node:net';
import { readPrivateKey, readPublicKeys } from './seal-key.js';

/** What a variable may be; `explain` words it. */
export type SettingRule =
  | { readonly rule: 'whole-number'; readonly least: number; readonly most: number | null }
  | { readonly rule: 'one-of'; readonly values: readonly string[] }
  | { readonly rule: 'true-or-false' }
  | { readonly rule: 'not-empty' }
  | { readonly rule: 'web-address' }
  | { readonly rule: 'postgres-address' }
  | { readonly rule: 'instant' }
  | { readonly rule: 'scanner-address' }
  | { readonly rule: 'needed-with'; readonly other: string }
  | { readonly rule: 'seal-key' }
  | { readonly rule: 'seal-public-keys' }
  | { readonly rule: 'proxy-list' }
  | { readonly rule: 'not-in-production' };

const RULE = Symbol('rule');

/** A property of the settings with its rule: whichever of its checks fails, the rule is what is told. */
const allowed = (rule: SettingRule, ...checks: readonly PropertyDecorator[]): PropertyDecorator =>
  applyDecorators(Reflect.metadata(RULE, rule), ...checks);

export const ruleOf = (settings: object, variable: string): SettingRule => Reflect.getMetadata(RULE, settings, variable) as SettingRule;

const PROXY_WORDS = new Set(['loopback', 'linklocal', 'uniquelocal']);

/** Addresses, address ranges (`10.0.0.0/8`) and the names of the private ranges. */
const isProxyList = (value: unknown): boolean =>
  typeof value === 'string' &&
  value.split(',').every((part) => {
    const [address = '', bits = '0'] = part.trim().split('/');
    return PROXY_WORDS.has(part.trim()) || (isIP(address) !== 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= 128);
  });

export const Whole = (least: number, most: number | null = null): PropertyDecorator =>
  allowed(
    { rule: 'whole-number', least, most },
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? Number(value) : value)),
    IsInt(),
    Min(least),
    Max(most ?? Number.MAX_SAFE_INTEGER),
  );

export const Flag = (): PropertyDecorator =>
  allowed(
    { rule: 'true-or-false' },
    Transform(({ value }: { value: unknown }) => (value === 'true' || value === 'false' ? value === 'true' : value)),
    IsBoolean(),
  );

export const OneOf = (...values: readonly string[]): PropertyDecorator => allowed({ rule: 'one-of', values }, IsIn(values));

export const Filled = (): PropertyDecorator => allowed({ rule: 'not-empty' }, IsString(), IsNotEmpty());

export const WebAddress = (): PropertyDecorator =>
  allowed({ rule: 'web-address' }, IsUrl({ require_tld: false, require_protocol: true, protocols: ['http', 'https'] }));

export const PostgresAddress = (): PropertyDecorator =>
  allowed(
    { rule: 'postgres-address' },
    IsUrl({ require_tld: false, require_protocol: true, protocols: ['postgres', 'postgresql'], require_host: false }),
  );

/** `tcp://host:port`, or `unix:/path` of a socket. */
const isScannerAddress = (value: unknown): boolean =>
  typeof value === 'string' &&
  (/^unix:\/./.test(value) || (URL.canParse(value) && new URL(value).protocol === 'tcp:' && /^tcp:\/\/.+:\d+$/.test(value)));

export const ScannerAddress = (): PropertyDecorator =>
  allowed({ rule: 'scanner-address' }, ValidateBy({ name: 'isScannerAddress', validator: { validate: isScannerAddress } }));

const reads =
  (read: (text: string) => unknown) =>
  (value: unknown): boolean => {
    try {
      return typeof value === 'string' && read(value) !== null;
    } catch {
      return false;
    }
  };

export const SealKey = (): PropertyDecorator =>
  allowed({ rule: 'seal-key' }, ValidateBy({ name: 'isSealKey', validator: { validate: reads(readPrivateKey) } }));

export const SealPublicKeys = (): PropertyDecorator =>
  allowed({ rule: 'seal-public-keys' }, ValidateBy({ name: 'isSealPublicKeys', validator: { validate: reads(readPublicKeys) } }));

export const Instant = (): PropertyDecorator => allowed({ rule: 'instant' }, IsISO8601({ strict: true }));

export const ProxyList = (): PropertyDecorator =>
  allowed({ rule: 'proxy-list' }, ValidateBy({ name: 'isProxyList', validator: { validate: isProxyList } }));
