import { describe, expect, it } from '@jest/globals';
import { CliError } from './cli-error.js';
import { argumentsOf, textOf, textsOf, type Command } from './command.js';

const command: Command = {
  name: 'user create',
  usage: '--email <address> [--role <role>...]',
  options: { email: { type: 'string' }, role: { type: 'string', multiple: true } },
  positionals: 0,
  run: () => Promise.resolve(''),
};

function refusalOf(words: readonly string[]): CliError {
  try {
    argumentsOf(command, words);
  } catch (error) {
    if (error instanceof CliError) return error;
  }
  throw new Error('not refused');
}

describe('the words after a command', () => {
  it('are read as options that stand once or several times', () => {
    const args = argumentsOf(command, ['--email', 'a@b.example', '--role', 'observer', '--role', 'contributor']);
    expect(textOf(args, 'email')).toBe('a@b.example');
    expect(textsOf(args, 'role')).toEqual(['observer', 'contributor']);
    expect([textOf(args, 'name'), textsOf(args, 'email')]).toEqual([undefined, []]);
  });

  it.each([[['--password', 'secret']], [['--email']], [['one', 'too', 'many']]])(
    '%j is refused with the usage and the code for misuse',
    (words) => {
      const { message, exitCode } = refusalOf(words);
      expect(message).toContain('Usage: user create --email <address>');
      expect(exitCode).toBe(2);
    },
  );
});
