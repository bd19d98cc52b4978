import { Foundation1764000000000 } from './1764000000000-foundation.js';

/** In the order they were made; never edit one that has been released. */
export const MIGRATIONS = [Foundation1764000000000];
