/** The answer of a rule: a value, or the reason why not. Rules never throw for what a user can cause. */
export type Result<T, R> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: R };

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });
export const refuse = <R>(reason: R): Result<never, R> => ({ ok: false, reason });
