import { ApexObject } from '../kernel/object.js';
import type { ApexType } from '../kernel/types.js';
import { required } from '../runtime/arguments.js';
import { stringException } from '../runtime/exceptions.js';
import {
  continueAt,
  javaRegex,
  javaRegexToEnd,
  replaceAll,
  replaceFirst,
  requireSearchable
} from '../runtime/regex.js';
import { platformClass } from './define.js';
import { PatternObject } from './pattern-object.js';

type S = string | null;
type I = number | null;

/** System.Matcher: the search of a pattern through one text. */
export class MatcherObject extends ApexObject {
  pattern: string;
  text: string;
  private from = 0;
  private to: number;
  private position = 0;
  private match: RegExpExecArray | null = null;
  private reachedEnd = false;
  anchoring = true;
  transparent = false;

  constructor(pattern: string, text: string) {
    super();
    this.pattern = pattern;
    this.text = text;
    this.to = text.length;
  }
  override apexType(): ApexType {
    return { kind: 'platform', name: 'Matcher', args: [] };
  }
  get regionStart(): number {
    return this.from;
  }
  get regionEnd(): number {
    return this.to;
  }
  get hitEnd(): boolean {
    return this.reachedEnd;
  }

  /** What the expression may look at: the region only, or the whole text when bounds are transparent or not anchoring. */
  private get scope(): { readonly text: string; readonly shift: number } {
    if (this.transparent || !this.anchoring) return { text: this.text.slice(0, this.to), shift: 0 };
    return { text: this.text.slice(this.from, this.to), shift: this.from };
  }

  private search(regex: RegExp, start: number): boolean {
    const { text, shift } = this.scope;
    requireSearchable(text);
    regex.lastIndex = start - shift;
    continueAt(regex, (this.match ? this.match.index + this.match[0].length : start) - shift);
    this.match = regex.exec(text);
    if (this.match) this.match.index += shift;
    this.reachedEnd = this.match === null || this.match.index + this.match[0].length === this.to;
    return this.match !== null;
  }

  find(): boolean {
    if (this.position > this.to) {
      this.match = null;
      return false;
    }
    const found = this.search(javaRegex(this.pattern, 'gd'), this.position);
    if (found && this.match) {
      const end = this.match.index + this.match[0].length;
      this.position = this.match[0] === '' ? end + 1 : end;
    } else this.position = this.to + 1;
    return found;
  }

  findFrom(start: number): boolean {
    if (start < 0 || start > this.text.length) throw stringException('Illegal start index');
    this.reset();
    this.position = start;
    return this.find();
  }

  lookingAt(): boolean {
    const found = this.search(javaRegex(this.pattern, 'yd'), this.from);
    if (found && this.match) this.position = this.match.index + this.match[0].length;
    return found;
  }

  matches(): boolean {
    const found = this.search(javaRegexToEnd(this.pattern, 'yd'), this.from);
    if (found) this.position = this.to;
    return found;
  }

  reset(): void {
    this.from = 0;
    this.to = this.text.length;
    this.position = 0;
    this.match = null;
  }

  region(start: number, end: number): void {
    if (start < 0 || start > this.text.length) throw stringException('start');
    if (end < start || end > this.text.length) throw stringException('end');
    this.reset();
    this.from = start;
    this.to = end;
    this.position = start;
  }

  private current(): RegExpExecArray {
    if (!this.match) throw stringException('No match found');
    return this.match;
  }

  group(index: number): string | null {
    const match = this.current();
    if (index < 0 || index >= match.length) throw stringException(`No group ${index}`);
    return match[index] ?? null;
  }

  /** Start and end of a group in the text; -1 for a group that took no part. */
  span(index: number): readonly [number, number] {
    const match = this.current();
    if (index < 0 || index >= match.length) throw stringException(`No group ${index}`);
    const span = match.indices?.[index];
    const shift = match.index - (match.indices?.[0]?.[0] ?? 0);
    return span ? [span[0] + shift, span[1] + shift] : [-1, -1];
  }

  groupCount(): number {
    // A pattern with an empty alternative matches everything, so that its groups can be counted.
    return (javaRegex(`${this.pattern}|`, '').exec('')?.length ?? 1) - 1;
  }
}

export const matcherClass = platformClass({
  name: 'System.Matcher',
  members: {
    'static String quoteReplacement(String inputString)': (_tx, text: S) =>
      required(text, 1).replaceAll('\\', '\\\\').replaceAll('$', '\\$'),
    'Integer end()': (_tx, self: MatcherObject) => self.span(0)[1],
    'Integer end(Integer groupIndex)': (_tx, self: MatcherObject, index: I) => self.span(required(index, 1))[1],
    'Boolean find()': (_tx, self: MatcherObject) => self.find(),
    'Boolean find(Integer group)': (_tx, self: MatcherObject, start: I) => self.findFrom(required(start, 1)),
    'String group()': (_tx, self: MatcherObject) => self.group(0),
    'String group(Integer groupIndex)': (_tx, self: MatcherObject, index: I) => self.group(required(index, 1)),
    'Integer groupCount()': (_tx, self: MatcherObject) => self.groupCount(),
    'Boolean hasAnchoringBounds()': (_tx, self: MatcherObject) => self.anchoring,
    'Boolean hasTransparentBounds()': (_tx, self: MatcherObject) => self.transparent,
    'Boolean hitEnd()': (_tx, self: MatcherObject) => self.hitEnd,
    'Boolean lookingAt()': (_tx, self: MatcherObject) => self.lookingAt(),
    'Boolean matches()': (_tx, self: MatcherObject) => self.matches(),
    'Pattern pattern()': (_tx, self: MatcherObject) => new PatternObject(self.pattern),
    'Matcher region(Integer start, Integer end)': (_tx, self: MatcherObject, start: I, end: I) => {
      self.region(required(start, 1), required(end, 2));
      return self;
    },
    'Integer regionEnd()': (_tx, self: MatcherObject) => self.regionEnd,
    'Integer regionStart()': (_tx, self: MatcherObject) => self.regionStart,
    'String replaceAll(String replacementString)': (_tx, self: MatcherObject, replacement: S) =>
      replaceAll(self.text, self.pattern, required(replacement, 1)),
    'String replaceFirst(String replacementString)': (_tx, self: MatcherObject, replacement: S) =>
      replaceFirst(self.text, self.pattern, required(replacement, 1)),
    'Boolean requireEnd()': { unsupported: 'whether more input could turn a match into none' },
    'Matcher reset()': (_tx, self: MatcherObject) => {
      self.reset();
      return self;
    },
    'Matcher reset(String inputSequence)': (_tx, self: MatcherObject, text: S) => {
      self.text = required(text, 1);
      self.reset();
      return self;
    },
    'Integer start()': (_tx, self: MatcherObject) => self.span(0)[0],
    'Integer start(Integer groupIndex)': (_tx, self: MatcherObject, index: I) => self.span(required(index, 1))[0],
    'Matcher useAnchoringBounds(Boolean anchoringBounds)': (_tx, self: MatcherObject, on: boolean | null) => {
      self.anchoring = on === true;
      return self;
    },
    'Matcher usePattern(Pattern pattern)': (_tx, self: MatcherObject, pattern: PatternObject | null) => {
      self.pattern = required(pattern, 1).source;
      return self;
    },
    'Matcher useTransparentBounds(Boolean transparentBounds)': (_tx, self: MatcherObject, on: boolean | null) => {
      self.transparent = on === true;
      return self;
    }
  }
});
