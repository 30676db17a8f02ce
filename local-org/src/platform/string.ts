import { platformClass } from './define.js';
import { stringChanges } from './string/changes.js';
import { stringChecks } from './string/checks.js';
import { stringEscapes } from './string/escapes.js';
import { stringPieces } from './string/pieces.js';
import { stringSearch } from './string/search.js';
import { stringStatics } from './string/statics.js';

export const stringClass = platformClass({
  name: 'System.String',
  members: {
    ...stringStatics,
    ...stringSearch,
    ...stringChecks,
    ...stringPieces,
    ...stringChanges,
    ...stringEscapes
  }
});
