import 'reflect-metadata';
import type { ArchiveLimits } from '@office/domain';
import { plainToInstance } from 'class-transformer';
import { IsOptional, validateSync } from 'class-validator';
import { resolve } from 'node:path';
import {
  Filled,
  Flag,
  Instant,
  OneOf,
  PostgresAddress,
  ProxyList,
  ruleOf,
  ScannerAddress,
  SealKey,
  SealPublicKeys,
  WebAddress,
  Whole,
  type SettingRule,
} from './setting-rules.js';

const MEGABYTE = 1_000_000;

/** Every setting of the API, read once from the environment; the README's table is made of these. */
export class Settings {
  @OneOf('development', 'test', 'production')
  NODE_ENV: 'development' | 'test' | 'production' = 'development';

  /** Address to listen on. */
  @Filled()
  HOST = 'localhost';

  @Whole(0, 65_535)
  PORT = 3000;

  /** Address that people type; tells whether cookies are `Secure`. */
  @IsOptional()
  @WebAddress()
  PUBLIC_URL?: string;

  /** PostgreSQL 15 or newer; without it the embedded database in `DATA_DIR` is used. */
  @IsOptional()
  @PostgresAddress()
  DATABASE_URL?: string;

  @Whole(2, 200)
  DATABASE_POOL_SIZE = 10;

  /** A statement that runs longer is ended by the database. */
  @Whole(100)
  STATEMENT_TIMEOUT_MS = 15_000;

  /** Folder of the embedded database and the uploaded files. */
  @Filled()
  DATA_DIR = '.data';

  /** Folder of the built web app. */
  @Filled()
  WEB_DIR = 'dist/web';

  /** Whether an empty database is filled with STRIVE and its demonstration accounts; never in production. */
  @Flag()
  DEMO = true;

  /** A clock that stands still at this instant, for demonstrations and tests; never in production. */
  @IsOptional()
  @Instant()
  CLOCK?: string;

  /** Addresses of proxies whose forwarding headers are believed, comma-separated; none by default. */
  @IsOptional()
  @ProxyList()
  TRUST_PROXY?: string;

  /** A request, uploads included, that is not whole by then is ended; a large file on a slow line takes its time. */
  @Whole(1)
  REQUEST_TIMEOUT_MINUTES = 60;

  @Whole(5)
  SESSION_IDLE_MINUTES = 720;

  @Whole(1)
  SESSION_ABSOLUTE_HOURS = 336;

  /** Failed sign-ins of one account within the window before it has to wait. */
  @Whole(1)
  LOGIN_ATTEMPTS_PER_ACCOUNT = 10;

  /** Failed sign-ins from one address within the window; a university often shares one. */
  @Whole(1)
  LOGIN_ATTEMPTS_PER_ADDRESS = 100;

  @Whole(1)
  LOGIN_WINDOW_MINUTES = 15;

  @Whole(1, 4096)
  MAX_UPLOAD_MB = 200;

  /** What the files of one project may take together. */
  @Whole(1)
  PROJECT_QUOTA_MB = 20_000;

  /** A file that was begun and not made a version by then is cleared away. */
  @Whole(1, 720)
  UPLOAD_EXPIRY_HOURS = 48;

  /** Most files in a zip or an office document, those inside of others counted too. */
  @Whole(1)
  ZIP_MAX_ENTRIES = 5_000;

  /** What a zip may be when it is unpacked. */
  @Whole(1)
  ZIP_MAX_UNPACKED_MB = 2_000;

  /** Unpacked bytes for each packed one. */
  @Whole(2)
  ZIP_MAX_RATIO = 100;

  /** How deep zips may lie in zips; an office document is one too. */
  @Whole(1, 10)
  ZIP_MAX_DEPTH = 3;

  /** S3-compatible server that keeps the files; without it they lie in `DATA_DIR`. */
  @IsOptional()
  @WebAddress()
  S3_ENDPOINT?: string;

  @Filled()
  S3_REGION = 'us-east-1';

  @IsOptional()
  @Filled()
  S3_BUCKET?: string;

  @IsOptional()
  @Filled()
  S3_ACCESS_KEY_ID?: string;

  @IsOptional()
  @Filled()
  S3_SECRET_ACCESS_KEY?: string;

  /** ClamAV's daemon (`tcp://host:3310` or `unix:/path`); without it files are not checked for viruses. */
  @IsOptional()
  @ScannerAddress()
  CLAMD_URL?: string;

  /** Larger documents are not read: nobody finds their text, and what it says is confirmed by a person. */
  @Whole(1, 1024)
  READING_MAX_MB = 50;

  /** What the reading of one document may take; longer, and it counts as not readable. */
  @Whole(1, 600)
  READING_SECONDS = 20;

  /** Memory of the thread that reads documents. */
  @Whole(64, 8192)
  READING_MEMORY_MB = 512;

  /** Ed25519 key (PEM, or base64 of PKCS #8) that seals and certificates are signed with; without it one is made in `DATA_DIR`. */
  @IsOptional()
  @SealKey()
  SEAL_PRIVATE_KEY?: string;

  /** Public keys (base64 of SPKI, with commas between) that were used before; what they signed stays good. */
  @IsOptional()
  @SealPublicKeys()
  SEAL_FORMER_KEYS?: string;

  /** Largest JSON body, in kB. */
  @Whole(16)
  MAX_BODY_KB = 512;

  /** Most rows of one page of a list. */
  @Whole(1, 1000)
  MAX_PAGE_SIZE = 200;

  /** What is due within so many days is warned of. */
  @Whole(1, 365)
  REMINDER_DAYS = 35;

  /** Work under way and partners of which nothing was heard for longer are silent. */
  @Whole(1, 52)
  SILENCE_WEEKS = 8;

  /** Memory for answers that are kept while their project does not change; 0 keeps none. */
  @Whole(0, 4096)
  PAGE_CACHE_MB = 32;

  /** Open event streams of one person on one server; each window on screen holds one. */
  @Whole(1)
  LIVE_STREAMS_PER_PERSON = 12;

  /** Open event streams of one server. */
  @Whole(0)
  LIVE_STREAMS_PER_SERVER = 2_000;

  /** How often an open stream shows that it lives, and is asked whether it still may. */
  @Whole(1, 60)
  LIVE_HEARTBEAT_SECONDS = 25;

  @OneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent')
  LOG_LEVEL: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent' = 'warn';

  get archiveLimits(): ArchiveLimits {
    const { ZIP_MAX_ENTRIES: entries, ZIP_MAX_RATIO: ratio, ZIP_MAX_DEPTH: depth } = this;
    return { entries, ratio, depth, unpackedBytes: this.ZIP_MAX_UNPACKED_MB * MEGABYTE };
  }

  get production(): boolean {
    return this.NODE_ENV === 'production';
  }

  get secureCookies(): boolean {
    return this.PUBLIC_URL?.startsWith('https:') ?? false;
  }

  get maxUploadBytes(): number {
    return this.MAX_UPLOAD_MB * MEGABYTE;
  }

  get readingBytes(): number {
    return this.READING_MAX_MB * MEGABYTE;
  }

  get projectQuotaBytes(): number {
    return this.PROJECT_QUOTA_MB * MEGABYTE;
  }
}

/** A variable that is wrong and what it may be; never what it is. */
export interface SettingFinding {
  readonly variable: string;
  readonly allowed: SettingRule;
}

export class SettingsError extends Error {
  constructor(readonly findings: readonly SettingFinding[]) {
    super('settings-refused');
  }
}

const PRODUCTION_DEFAULTS = { HOST: '0.0.0.0', DEMO: 'false', LOG_LEVEL: 'info' };

const OPTIONAL = [
  'PUBLIC_URL',
  'DATABASE_URL',
  'CLOCK',
  'TRUST_PROXY',
  'S3_ENDPOINT',
  'S3_BUCKET',
  'S3_ACCESS_KEY_ID',
  'S3_SECRET_ACCESS_KEY',
  'CLAMD_URL',
  'SEAL_PRIVATE_KEY',
  'SEAL_FORMER_KEYS',
] as const;

/** One without the others is a store that files would silently not go to. */
const STORE = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const;

function missingOfStore(settings: Settings): SettingFinding[] {
  const given = STORE.find((variable) => settings[variable] !== undefined);
  if (given === undefined) return [];
  const missing = STORE.filter((variable) => settings[variable] === undefined);
  return missing.map((variable) => ({ variable, allowed: { rule: 'needed-with', other: given } }));
}

const NEVER_IN_PRODUCTION = ['DEMO', 'CLOCK'] as const;

function findingsOf(settings: Settings): SettingFinding[] {
  const wrong = validateSync(settings, { forbidUnknownValues: true }).map(({ property }) => ({
    variable: property,
    allowed: ruleOf(settings, property),
  }));
  const given = settings.production
    ? NEVER_IN_PRODUCTION.filter((variable) => settings[variable] !== undefined && settings[variable] !== false)
    : [];
  const misplaced = given.filter((variable) => !wrong.some((finding) => finding.variable === variable));
  return [
    ...wrong,
    ...missingOfStore(settings),
    ...misplaced.map((variable) => ({ variable, allowed: { rule: 'not-in-production' } as const })),
  ];
}

/** @throws SettingsError naming each variable that is wrong. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const names = Object.keys(new Settings()).concat(OPTIONAL);
  const given = Object.fromEntries(names.flatMap((name) => (env[name] === undefined || env[name] === '' ? [] : [[name, env[name]]])));
  const defaults = env['NODE_ENV'] === 'production' ? PRODUCTION_DEFAULTS : {};
  const settings = plainToInstance(Settings, { ...defaults, ...given }, { exposeDefaultValues: true });
  const findings = findingsOf(settings);
  if (findings.length > 0) throw new SettingsError(findings);
  settings.DATA_DIR = resolve(settings.DATA_DIR);
  settings.WEB_DIR = resolve(settings.WEB_DIR);
  return settings;
}
