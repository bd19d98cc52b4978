import 'reflect-metadata';
import { plainToInstance, Transform } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUrl,
  Max,
  Min,
  ValidateBy,
  validateSync,
} from 'class-validator';
import { isIP } from 'node:net';
import { resolve } from 'node:path';

const MEBIBYTE = 1024 * 1024;

const Whole = (): PropertyDecorator => Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? Number(value) : value));
const Flag = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    value === 'true' || value === true ? true : value === 'false' || value === false ? false : value,
  );

const PROXY_WORDS = new Set(['loopback', 'linklocal', 'uniquelocal']);

/** Addresses, address ranges (`10.0.0.0/8`) and the names of the private ranges. */
const isProxyList = (value: unknown): boolean =>
  typeof value === 'string' &&
  value.split(',').every((part) => {
    const [address = '', bits = '0'] = part.trim().split('/');
    return PROXY_WORDS.has(part.trim()) || (isIP(address) !== 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= 128);
  });

/** Every setting of the API, read once from the environment; the README's table is made of these. */
export class Settings {
  @IsIn(['development', 'test', 'production'])
  NODE_ENV: 'development' | 'test' | 'production' = 'development';

  /** Address to listen on. */
  @IsString()
  @IsNotEmpty()
  HOST = 'localhost';

  @Whole()
  @IsInt()
  @Min(0)
  @Max(65_535)
  PORT = 3000;

  /** Address that people type; tells whether cookies are `Secure`. */
  @IsOptional()
  @IsUrl({ require_tld: false, require_protocol: true, protocols: ['http', 'https'] })
  PUBLIC_URL?: string;

  /** PostgreSQL 15 or newer; without it the embedded database in `DATA_DIR` is used. */
  @IsOptional()
  @IsUrl({ require_tld: false, require_protocol: true, protocols: ['postgres', 'postgresql'], require_host: false })
  DATABASE_URL?: string;

  @Whole()
  @IsInt()
  @Min(2)
  @Max(200)
  DATABASE_POOL_SIZE = 10;

  /** A statement that runs longer is ended by the database. */
  @Whole()
  @IsInt()
  @Min(100)
  STATEMENT_TIMEOUT_MS = 15_000;

  /** Folder of the embedded database and the uploaded files. */
  @IsString()
  @IsNotEmpty()
  DATA_DIR = '.data';

  /** Folder of the built web app. */
  @IsString()
  @IsNotEmpty()
  WEB_DIR = 'dist/web';

  /** Whether an empty database is filled with STRIVE and its demonstration accounts; never in production. */
  @Flag()
  @IsBoolean()
  DEMO = true;

  /** A clock that stands still at this instant, for demonstrations and tests; never in production. */
  @IsOptional()
  @IsISO8601({ strict: true })
  CLOCK?: string;

  /** Addresses of proxies whose forwarding headers are believed, comma-separated; none by default. */
  @IsOptional()
  @ValidateBy({ name: 'isProxyList', validator: { validate: isProxyList } })
  TRUST_PROXY?: string;

  /** A request, uploads included, that is not whole by then is ended; a large file on a slow line takes its time. */
  @Whole()
  @IsInt()
  @Min(1)
  REQUEST_TIMEOUT_MINUTES = 60;

  @Whole()
  @IsInt()
  @Min(5)
  SESSION_IDLE_MINUTES = 720;

  @Whole()
  @IsInt()
  @Min(1)
  SESSION_ABSOLUTE_HOURS = 336;

  /** Failed sign-ins of one account within the window before it has to wait. */
  @Whole()
  @IsInt()
  @Min(1)
  LOGIN_ATTEMPTS_PER_ACCOUNT = 10;

  /** Failed sign-ins from one address within the window; a university often shares one. */
  @Whole()
  @IsInt()
  @Min(1)
  LOGIN_ATTEMPTS_PER_ADDRESS = 100;

  @Whole()
  @IsInt()
  @Min(1)
  LOGIN_WINDOW_MINUTES = 15;

  @Whole()
  @IsInt()
  @Min(1)
  @Max(4096)
  MAX_UPLOAD_MB = 200;

  /** Largest JSON body, in kB. */
  @Whole()
  @IsInt()
  @Min(16)
  MAX_BODY_KB = 512;

  /** Most rows of one page of a list. */
  @Whole()
  @IsInt()
  @Min(1)
  @Max(1000)
  MAX_PAGE_SIZE = 200;

  /** Memory for answers that are kept while their project does not change; 0 keeps none. */
  @Whole()
  @IsInt()
  @Min(0)
  @Max(4096)
  PAGE_CACHE_MB = 32;

  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
  LOG_LEVEL: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent' = 'warn';

  get production(): boolean {
    return this.NODE_ENV === 'production';
  }

  get secureCookies(): boolean {
    return this.PUBLIC_URL?.startsWith('https:') ?? false;
  }

  get maxUploadBytes(): number {
    return this.MAX_UPLOAD_MB * MEBIBYTE;
  }
}

/** What is wrong with the environment: names of variables and rules, never their values. */
export class SettingsError extends Error {
  constructor(readonly findings: readonly string[]) {
    super(`Settings refused:\n${findings.map((finding) => `  ${finding}`).join('\n')}`);
  }
}

const PRODUCTION_DEFAULTS = { HOST: '0.0.0.0', DEMO: 'false', LOG_LEVEL: 'info' };

function findingsOf(settings: Settings): string[] {
  const findings = validateSync(settings, { forbidUnknownValues: true }).map(
    (error) => `${error.property}: ${Object.keys(error.constraints ?? {}).join(', ')}`,
  );
  if (settings.production && settings.DEMO) findings.push('DEMO: must not be true in production');
  if (settings.production && settings.CLOCK !== undefined) findings.push('CLOCK: must not be set in production');
  return findings;
}

/** @throws SettingsError naming each variable that is wrong. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const names = Object.keys(new Settings()).concat('PUBLIC_URL', 'DATABASE_URL', 'CLOCK', 'TRUST_PROXY');
  const given = Object.fromEntries(names.flatMap((name) => (env[name] === undefined || env[name] === '' ? [] : [[name, env[name]]])));
  const defaults = env['NODE_ENV'] === 'production' ? PRODUCTION_DEFAULTS : {};
  const settings = plainToInstance(Settings, { ...defaults, ...given }, { exposeDefaultValues: true });
  const findings = findingsOf(settings);
  if (findings.length > 0) throw new SettingsError(findings);
  settings.DATA_DIR = resolve(settings.DATA_DIR);
  settings.WEB_DIR = resolve(settings.WEB_DIR);
  return settings;
}
