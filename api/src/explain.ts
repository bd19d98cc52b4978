import { SettingsError } from './core/config/settings.js';
import type { SettingRule } from './core/config/setting-rules.js';
import { DataFolderInUseError } from './core/database/data-lock.js';
import { DatabaseTooOldError } from './core/database/postgres-database.js';
import { OpenHandlerError } from './core/http/closed-by-default.js';
import { DataFolderUnusableError } from './core/storage/data-folder.js';
import { StorageUnusableError } from './core/storage/file-storage.js';
import { explainSystem, systemReason } from './explain-system.js';
import { DemoAlreadyThereError, DemoInProductionError, DemoUnfinishedError } from './modules/demo/demo-errors.js';

function ruleWords(allowed: SettingRule): string {
  switch (allowed.rule) {
    case 'whole-number':
      return `must be a whole number ${allowed.most === null ? `of at least ${allowed.least}` : `from ${allowed.least} to ${allowed.most}`}`;
    case 'one-of':
      return `must be one of ${allowed.values.join(', ')}`;
    case 'true-or-false':
      return 'must be true or false';
    case 'not-empty':
      return 'must not be empty';
    case 'web-address':
      return 'must be an address that begins with http:// or https://';
    case 'postgres-address':
      return 'must be an address that begins with postgres:// or postgresql://';
    case 'instant':
      return 'must be an instant such as 2024-09-16T10:00:00Z';
    case 'scanner-address':
      return 'must be an address such as tcp://localhost:3310 or unix:/run/clamav/clamd.ctl';
    case 'seal-key':
      return 'must be an Ed25519 private key: PEM, or the base64 of PKCS #8 (openssl genpkey -algorithm ed25519)';
    case 'seal-public-keys':
      return 'must be Ed25519 public keys in base64 (SPKI), with commas between';
    case 'needed-with':
      return `is needed where ${allowed.other} is set`;
    case 'proxy-list':
      return 'must be addresses or ranges (10.0.0.0/8), or loopback, linklocal, uniquelocal, with commas between';
    case 'not-in-production':
      return 'must not be set in production';
  }
}

function storageWords({ status, cause }: StorageUnusableError): string {
  switch (status) {
    case null:
      return `The server of S3_ENDPOINT cannot be reached: ${systemReason(cause)}. Start it, or correct S3_ENDPOINT.`;
    case 404:
      return 'There is no bucket of the name in S3_BUCKET. Create it, or correct S3_BUCKET.';
    default:
      return `The server of S3_ENDPOINT refuses the bucket or the key (${status}). Correct S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY or S3_REGION.`;
  }
}

/** What we refuse ourselves, in words; null for anything else. */
function explainRefusal(error: Error): string | null {
  if (error instanceof SettingsError) return error.findings.map(({ variable, allowed }) => `${variable} ${ruleWords(allowed)}.`).join('\n');
  if (error instanceof DataFolderInUseError) {
    const { folder, file, holder } = error;
    return (
      `The embedded database in ${folder} is in use by process ${holder.pid} on ${holder.host}. ` +
      `Stop it first, or choose another DATA_DIR. If no such process runs, delete ${file}.`
    );
  }
  if (error instanceof DataFolderUnusableError)
    return `Nothing can be kept in ${error.folder}: ${systemReason(error.cause)}. Make the folder writable, or choose another DATA_DIR.`;
  if (error instanceof StorageUnusableError) return storageWords(error);
  if (error instanceof DatabaseTooOldError) return `PostgreSQL 15 or newer is needed; the server of DATABASE_URL is ${error.version}.`;
  if (error instanceof OpenHandlerError) return `Handlers without @Public(), @SignedIn() or @Can(): ${error.handlers.join(', ')}.`;
  if (error instanceof DemoInProductionError) return 'A demonstration is never loaded in production (NODE_ENV=production).';
  if (error instanceof DemoAlreadyThereError) return 'STRIVE is in this database already; a demonstration is loaded once.';
  if (error instanceof DemoUnfinishedError) {
    const words = `The demonstration in ${error.where} was not loaded to its end. Empty it and start again: its accounts cannot be used.`;
    return error.cause === undefined ? words : `${words}\n${explain(error.cause)}`;
  }
  return null;
}

/** A name with several addresses is tried at each; the first answer says enough. */
const isAggregate = (error: Error): error is AggregateError => Array.isArray((error as AggregateError).errors);

/** What went wrong in words for the person at the keyboard, and what to do; a stack only for defects. */
export function explain(error: unknown): string {
  if (!Error.isError(error)) return String(error);
  if (isAggregate(error)) return explain(error.errors[0]);
  return explainRefusal(error) ?? explainSystem(error) ?? error.stack ?? error.message;
}
