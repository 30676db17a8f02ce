import { toText } from '../evaluate/text.js';
import { WeaveTypeValue } from '../values.js';
import type { Functions } from './define.js';

const isType = (name: string): Functions[string] => [
  1,
  (type) => type instanceof WeaveTypeValue && type.type.kind === 'name' && type.type.name === name
];

/** dw::core::Types, as far as it asks what a type is. */
export const typeFunctions: Functions = {
  ...Object.fromEntries(
    'Any Array Binary Boolean DateTime Date Key LocalDateTime LocalTime Namespace Nothing Null Number Object Period Range Regex String Time TimeZone Type Uri'
      .split(' ')
      .map((name) => [`is${name}Type`, isType(name)])
  ),
  isFunctionType: [
    1,
    (type) =>
      type instanceof WeaveTypeValue &&
      (type.type.kind === 'function' || (type.type.kind === 'name' && type.type.name === 'Function'))
  ],
  isUnionType: [1, (type) => type instanceof WeaveTypeValue && type.type.kind === 'union'],
  isLiteralType: [
    1,
    (type) => type instanceof WeaveTypeValue && (type.type.kind === 'literal' || type.type.kind === 'number')
  ],
  nameOf: [1, (type) => toText(type)],
  unionItems: [
    1,
    (type) =>
      type instanceof WeaveTypeValue && type.type.kind === 'union'
        ? type.type.types.map((each) => new WeaveTypeValue(each))
        : []
  ]
};
