import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { CliError } from './cli-error.js';

const NOWHERE = (): Writable =>
  new Writable({
    write(_chunk, _encoding, done) {
      done();
    },
  });

async function ask(question: string): Promise<string> {
  process.stderr.write(question);
  const terminal = createInterface({ input: process.stdin, output: NOWHERE(), terminal: true });
  try {
    return await terminal.question('');
  } finally {
    terminal.close();
    process.stderr.write('\n');
  }
}

/**
 * A password never travels as an argument, where every user of the machine could read it: it comes from standard input,
 * from `OFFICE_PASSWORD`, or it is asked for twice without showing it.
 */
export async function readPassword(fromStdin: boolean): Promise<string> {
  if (fromStdin) return (await text(process.stdin)).replace(/\r?\n$/, '');
  const given = process.env['OFFICE_PASSWORD'];
  if (given !== undefined && given !== '') return given;
  if (!process.stdin.isTTY) throw new CliError('No password: use --password-stdin, set OFFICE_PASSWORD, or run it in a terminal.');
  const first = await ask('Password: ');
  const second = await ask('Once more: ');
  if (first !== second) throw new CliError('The two passwords are not the same.');
  return first;
}
