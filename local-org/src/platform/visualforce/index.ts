import { apexPagesClasses } from './apex-pages.js';
import { cookieClass } from './cookie.js';
import { pageReferenceClass } from './page-reference.js';
import { selectOptionClass } from './select-option.js';
import { setControllerClass } from './set-controller.js';
import { siteClasses } from './site.js';
import { standardControllerClass } from './standard-controller.js';

/** What controllers of Visualforce pages use. The pages themselves are not rendered. */
export const visualforceClasses = [
  cookieClass,
  pageReferenceClass,
  selectOptionClass,
  setControllerClass,
  standardControllerClass,
  ...apexPagesClasses,
  ...siteClasses
];
