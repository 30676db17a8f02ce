import type { BodyContext } from './body-context.js';
import { findField, outersOfSuperclasses } from './members.js';
import type { ClassSymbol, FieldSymbol } from './symbols.js';

/**
 * What a name stands for in its expression: a value by itself (`name`, `(name).x`, `name?.x`), the first name of a path of fields
 * (`name.x`), or of the path that a method is called on (`name.call()`, `name.x.call()`).
 */
export type NameUse = 'value' | 'path' | 'call';

/**
 * The field or property that a plain name means. Names of the class itself go first. Static code does not know the fields of
 * superclasses, and a path of fields does not know their static ones: there the name may still be a type's. The static fields of the
 * class around stand before inherited ones, except where a method is called on them.
 */
export function findVariable(ctx: BodyContext, name: string, use: NameUse): FieldSymbol | undefined {
  const key = name.toLowerCase();
  const own = ctx.owner.fields.get(key);
  if (own && (own.static || !ctx.static)) return own;
  const above = ctx.static ? undefined : inherited(ctx.owner, key, use);
  return use === 'call' ? (above ?? around(ctx.owner, key)) : (around(ctx.owner, key) ?? above);
}

function inherited(owner: ClassSymbol, key: string, use: NameUse): FieldSymbol | undefined {
  const field = owner.superclass && findField(owner.superclass, key);
  if (field) return field.static && use === 'path' ? undefined : field;
  if (use === 'path') return undefined;
  for (const outer of outersOfSuperclasses(owner)) {
    const beside = outer.fields.get(key);
    if (beside?.static) return beside;
  }
  return undefined;
}

function around(owner: ClassSymbol, key: string): FieldSymbol | undefined {
  for (let outer = owner.outer; outer; outer = outer.outer) {
    const field = outer.fields.get(key);
    if (field?.static) return field;
  }
  return undefined;
}
