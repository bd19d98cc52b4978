/** What a project's event stream tells (`GET …/live`, server-sent events); the id of each event is the revision. */
export interface LiveMoment {
  /** The project's revision: it grows with everything that changes in the project. Pages say theirs in `Project-Revision`. */
  revision: number;
}

/**
 * Something changed. `changes` names the transactions since the event before, none when one of them is not known; an answer
 * to a write names its own in `Project-Change`.
 */
export interface LiveChange extends LiveMoment {
  changes: string[];
}

/** The stream ends, and why: the way to the project is closed, or the server stops and another one may be asked. */
export interface LiveEnd {
  reason: 'access-over' | 'server-stops';
}

/**
 * Events by name. `ready` comes first and means that nothing was missed since the revision that was asked with; `refresh`
 * means that something may have been.
 */
export interface LiveEvents {
  ready: LiveMoment;
  refresh: LiveMoment;
  change: LiveChange;
  end: LiveEnd;
}

export interface LiveQuery {
  /** The last revision that was heard of, like `Last-Event-ID`, for who opens a new stream by hand. */
  after?: number;
}
