/** Demonstration accounts have a known password: they never come into being in production. */
export class DemoInProductionError extends Error {
  constructor() {
    super('A demonstration is never loaded in production (NODE_ENV=production).');
  }
}

/** Loading broke off, now or earlier: what is there is no whole demonstration, and its accounts stay closed. */
export class DemoUnfinishedError extends Error {
  constructor(
    where: string,
    /** Whether an earlier start left nothing but the torso, which may be thrown away. */
    readonly disposable: boolean,
    cause?: unknown,
  ) {
    super(`The demonstration in ${where} was not loaded to its end. Empty it and start again: its accounts cannot be used.`, { cause });
  }
}

export class DemoAlreadyThereError extends Error {
  constructor() {
    super('STRIVE is in this database already; a demonstration is loaded once.');
  }
}
