import { ApexObject } from '../kernel/object.js';
import type { ApexType } from '../kernel/types.js';
import { required } from '../runtime/arguments.js';
import type { HasText } from '../runtime/text.js';
import { platformClass } from './define.js';

type I = number | null;

/** System.Version: two or three numbers of a package's version. */
export class VersionObject extends ApexObject implements HasText {
  readonly major: number;
  readonly minor: number;
  readonly patch: number | null;
  constructor(major: number, minor: number, patch: number | null) {
    super();
    this.major = major;
    this.minor = minor;
    this.patch = patch;
  }
  override apexType(): ApexType {
    return { kind: 'platform', name: 'Version', args: [] };
  }
  apexText(): string {
    return [this.major, this.minor, ...(this.patch === null ? [] : [this.patch])].join('.');
  }
  keyToken(): string {
    return `\u0000v${this.apexText()}`;
  }
  /** The patch counts only where both have one (Apex Reference Guide, "Version Class"). */
  compareTo(other: VersionObject): number {
    const patches = this.patch === null || other.patch === null ? 0 : this.patch - other.patch;
    return Math.sign(this.major - other.major || this.minor - other.minor || patches);
  }
}

export const versionClass = platformClass({
  name: 'System.Version',
  members: {
    'Version(Integer major, Integer minor)': (_tx, major: I, minor: I) =>
      new VersionObject(required(major, 1), required(minor, 2), null),
    'Version(Integer major, Integer minor, Integer patch)': (_tx, major: I, minor: I, patch: I) =>
      new VersionObject(required(major, 1), required(minor, 2), required(patch, 3)),
    'Integer compareTo(Version version)': (_tx, self: VersionObject, other: VersionObject | null) =>
      self.compareTo(required(other, 1)),
    'Integer major()': (_tx, self: VersionObject) => self.major,
    'Integer minor()': (_tx, self: VersionObject) => self.minor,
    'Integer patch()': (_tx, self: VersionObject) => self.patch
  }
});
