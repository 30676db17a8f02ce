import { ApexObject } from '../kernel/object.js';
import type { ApexType } from '../kernel/types.js';
import { javaRegex } from '../runtime/regex.js';
import type { HasText } from '../runtime/text.js';

/** System.Pattern: a compiled regular expression of Java. */
export class PatternObject extends ApexObject implements HasText {
  readonly source: string;
  constructor(source: string) {
    super();
    // Compiled once here, so that a malformed pattern fails where it is written.
    javaRegex(source, '');
    this.source = source;
  }
  override apexType(): ApexType {
    return { kind: 'platform', name: 'Pattern', args: [] };
  }
  apexText(): string {
    return this.source;
  }
}
