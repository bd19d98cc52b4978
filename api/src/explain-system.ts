import pg from 'pg';

type SystemError = NodeJS.ErrnoException & { readonly port?: number };

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'the permission is missing',
  EPERM: 'the permission is missing',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EEXIST: 'there is a file of that name',
  ENOTDIR: 'a part of the path is a file',
  EISDIR: 'it is a folder',
  ENOENT: 'it does not exist',
  ECONNREFUSED: 'nothing answers there',
  ENOTFOUND: 'its host is not known',
  EAI_AGAIN: 'its host cannot be looked up',
  ETIMEDOUT: 'it does not answer in time',
  EHOSTUNREACH: 'there is no way to its host',
  ENETUNREACH: 'there is no way to its network',
  ECONNRESET: 'it broke the connection off',
};

/** Why the operating system refused, in words; its code where there are none. */
export function systemReason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | undefined)?.code ?? 'unknown';
  return REASONS[code] ?? code;
}

function listenWords({ code, port }: SystemError): string {
  if (code === 'EADDRINUSE') return `Port ${port} is in use by another program. Stop it, or choose another PORT.`;
  if (code === 'EACCES') return `Port ${port} may be used by the system's administrator only. Choose a PORT above 1023.`;
  return `The server cannot listen on port ${port} (${code}). Correct HOST or PORT.`;
}

function systemWords(error: SystemError): string {
  switch (error.syscall) {
    case 'listen':
    case 'bind':
      return listenWords(error);
    case 'connect':
    case 'getaddrinfo':
      return `The PostgreSQL server of DATABASE_URL cannot be reached: ${systemReason(error)}. Start it, or correct DATABASE_URL.`;
    default:
      return error.path === undefined ? error.message : `${error.path} cannot be used: ${systemReason(error)}.`;
  }
}

/** What PostgreSQL says when a connection is not let in, by its code (PostgreSQL's appendix A). */
const REFUSED_CONNECTIONS: Readonly<Record<string, string>> = {
  '28P01': 'PostgreSQL refuses the user or the password of DATABASE_URL. Correct them.',
  '28000': 'PostgreSQL does not let the user of DATABASE_URL in from here. Correct DATABASE_URL, or the pg_hba.conf of the server.',
  '3D000': 'There is no database of the name in DATABASE_URL. Create it, or correct DATABASE_URL.',
  '42501': 'The user of DATABASE_URL lacks a right in the database. Make it the owner of the database.',
  '53300': 'PostgreSQL has no connection left. Raise its max_connections, or lower DATABASE_POOL_SIZE.',
  '57P03': 'PostgreSQL is still starting or already stopping. Try again in a moment.',
};

/** What the driver says without a code of its own. */
const DRIVER_WORDS: readonly (readonly [RegExp, string])[] = [
  [/^SASL: .*password must be/, 'PostgreSQL asks for a password, and DATABASE_URL has none. Put it in.'],
  [/does not support SSL/, 'PostgreSQL has no TLS here, and DATABASE_URL asks for it (sslmode). Correct one of them.'],
  [
    /timeout expired|connection timeout/,
    'The PostgreSQL server of DATABASE_URL does not answer in time. Start it, or correct DATABASE_URL.',
  ],
];

/** One sentence for what the system or the database refuses, with what to do; null when it is neither. Never a setting's value. */
export function explainSystem(error: Error): string | null {
  if (error instanceof pg.DatabaseError) return REFUSED_CONNECTIONS[error.code ?? ''] ?? null;
  if (typeof (error as SystemError).syscall === 'string') return systemWords(error);
  return DRIVER_WORDS.find(([pattern]) => pattern.test(error.message))?.[1] ?? null;
}
