import { httpResource } from '@angular/common/http';
import { computed, type Signal } from '@angular/core';
import { readProblem, type ReadProblem } from './problem';

/** What a page shows: its data, or why there is none, or neither while it is on its way. */
export interface PageResource<T> {
  /** Kept while the page is loaded again. */
  readonly data: Signal<T | undefined>;
  readonly problem: Signal<ReadProblem | undefined>;
  readonly loading: Signal<boolean>;
  reload(): void;
  /** Puts in the answer of a write. */
  set(value: T): void;
}

/** A GET whose address is read from signals; undefined means not yet. Call it where injection is possible. */
export function pageResource<T>(address: () => string | undefined): PageResource<T> {
  const resource = httpResource<T>(address);
  return {
    data: computed(() => (resource.hasValue() ? resource.value() : undefined)),
    problem: computed(() => {
      const error = resource.error();
      return error === undefined ? undefined : readProblem(error);
    }),
    loading: resource.isLoading,
    reload: () => void resource.reload(),
    set: (value) => resource.set(value),
  };
}
