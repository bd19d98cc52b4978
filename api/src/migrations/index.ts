import { Foundation1764000000000 } from './1764000000000-foundation.js';
import { TaskParts1764100000000 } from './1764100000000-task-parts.js';
import { Amendments1764200000000 } from './1764200000000-amendments.js';
import { Signals1764300000000 } from './1764300000000-signals.js';
import { Live1764400000000 } from './1764400000000-live.js';
import { KeptEvidence1764500000000 } from './1764500000000-kept-evidence.js';
import { AmendmentProvenance1764600000000 } from './1764600000000-amendment-provenance.js';
import { Files1764700000000 } from './1764700000000-files.js';
import { Uploads1764710000000 } from './1764710000000-uploads.js';
import { Reading1764720000000 } from './1764720000000-reading.js';
import { Review1764730000000 } from './1764730000000-review.js';
import { Evidence1764740000000 } from './1764740000000-evidence.js';
import { SavedViews1764750000000 } from './1764750000000-saved-views.js';
import { HttpsEvidence1764760000000 } from './1764760000000-https-evidence.js';
import { Claims1764770000000 } from './1764770000000-claims.js';
import { Cash1764780000000 } from './1764780000000-cash.js';

/** In the order they were made; never edit one that has been released. */
export const MIGRATIONS = [
  Foundation1764000000000,
  TaskParts1764100000000,
  Amendments1764200000000,
  Signals1764300000000,
  Live1764400000000,
  KeptEvidence1764500000000,
  AmendmentProvenance1764600000000,
  Files1764700000000,
  Uploads1764710000000,
  Reading1764720000000,
  Review1764730000000,
  Evidence1764740000000,
  SavedViews1764750000000,
  HttpsEvidence1764760000000,
  Claims1764770000000,
  Cash1764780000000,
];
