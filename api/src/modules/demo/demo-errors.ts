/** Demonstration accounts have a known password: they never come into being in production. */
export class DemoInProductionError extends Error {
  constructor() {
    super('demo-in-production');
  }
}

/** Loading broke off, now or earlier: what is there is no whole demonstration, and its accounts stay closed. */
export class DemoUnfinishedError extends Error {
  constructor(
    readonly where: string,
    /** Whether an earlier start left nothing but the torso, which may be thrown away. */
    readonly disposable: boolean,
    cause?: unknown,
  ) {
    super('demo-unfinished', { cause });
  }
}

export class DemoAlreadyThereError extends Error {
  constructor() {
    super('demo-already-there');
  }
}
