// Longest texts in characters: the API refuses more, a field takes no more.

/** What happened with a task or a work package. */
export const NARRATIVE_MAX_LENGTH = 4000;
/** What is new in a version. */
export const NOTE_MAX_LENGTH = 2000;
/** One comment of a review. */
export const COMMENT_MAX_LENGTH = 5000;
/** Page or heading that a comment is about. */
export const ANCHOR_MAX_LENGTH = 200;
/** Why EACEA wants a deliverable revised. */
export const REASON_MAX_LENGTH = 4000;
/** What a list or the whole project is searched for. */
export const SEARCH_MAX_LENGTH = 100;
/** What proves that a milestone is achieved. */
export const MILESTONE_EVIDENCE_MAX_LENGTH = 2000;
/** Why a deliverable was late at the end of a period. */
export const JUSTIFICATION_MAX_LENGTH = 4000;
