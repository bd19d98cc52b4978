/** What the person asked for cannot be done, in one line or a short list; nothing was changed. */
export class CliError extends Error {
  constructor(
    message: string,
    readonly exitCode: 1 | 2 = 1,
  ) {
    super(message);
  }
}

/** The command itself was not understood. */
export const usageError = (message: string): CliError => new CliError(message, 2);
