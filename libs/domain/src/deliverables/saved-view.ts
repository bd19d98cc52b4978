/** How many views of a list one person keeps in one project, and how long their names are. */
export const SAVED_VIEWS_MAX = 30;
export const SAVED_VIEW_NAME_MAX_LENGTH = 60;

export type SavedViewErrorCode = 'is-not-empty' | 'max-length' | 'name-taken' | 'too-many-views';

export interface SavedViewError {
  readonly path: 'name';
  readonly code: SavedViewErrorCode;
  readonly params?: Readonly<Record<string, number>>;
}

/** Names are told apart as people read them: neither case nor spaces around make another name. */
const sameViewName = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/**
 * What is wrong with the name of a view.
 * @param others the person's other views in the project; when one is changed, it is not among them.
 */
export function savedViewErrors(name: string, others: readonly { readonly name: string }[], creating: boolean): SavedViewError[] {
  const given = name.trim();
  if (given === '') return [{ path: 'name', code: 'is-not-empty' }];
  if (given.length > SAVED_VIEW_NAME_MAX_LENGTH) return [{ path: 'name', code: 'max-length', params: { max: SAVED_VIEW_NAME_MAX_LENGTH } }];
  if (others.some((other) => sameViewName(other.name, given))) return [{ path: 'name', code: 'name-taken' }];
  if (creating && others.length >= SAVED_VIEWS_MAX) return [{ path: 'name', code: 'too-many-views', params: { max: SAVED_VIEWS_MAX } }];
  return [];
}
