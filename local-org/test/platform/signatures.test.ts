import { describe, expect, it } from 'vitest';
import { platformLibrary } from '../../src/platform/index.js';
import { typeName, type ApexType } from '../../src/kernel/types.js';
import { loadSchema } from '../../src/schema/load.js';
import { MoreObjects } from '../../src/schema/standard/more.js';

const classes = [...platformLibrary.classes()];

/** All platform types that a type names, with its arguments. */
function namedTypes(type: ApexType): string[] {
  if (type.kind !== 'platform') return [];
  return [type.name, ...type.args.flatMap(namedTypes)];
}

describe('the signatures of the platform library', () => {
  it('are all parsed and number what a business package needs', () => {
    const members = classes.flatMap((platformClass) => platformClass.members);

    expect(members.length).toBeGreaterThan(1200);
  });

  it('each have an implementation or a reason for having none', () => {
    const without = classes.flatMap(({ name, members }) =>
      members
        .filter(({ implementation, kind }) => {
          if (typeof implementation === 'function') return kind === 'property';
          if ('unsupported' in implementation) return implementation.unsupported === '';
          return kind !== 'property' || typeof implementation.get !== 'function';
        })
        .map(({ signature }) => `${name}: ${signature}`)
    );

    expect(without).toEqual([]);
  });

  it('name types that the library has, except in unsupported members', () => {
    const { schema } = loadSchema([]);
    const more = new MoreObjects(false);
    const isObject = (name: string) => schema.object(name) !== undefined || more.nameOf(name) !== undefined;
    const unknown = classes.flatMap(({ name, members, extends: parent, implements: interfaces }) => {
      const supported = members.filter(
        ({ implementation }) => typeof implementation === 'function' || 'get' in implementation
      );
      const types = [
        ...supported.flatMap(({ returns, params }) => [returns, ...params.map((param) => param.type)]),
        ...(parent ? [parent] : []),
        ...interfaces
      ];
      return types
        .flatMap(namedTypes)
        .filter((type) => !platformLibrary.class(type) && !isObject(type))
        .map((type) => `${name} → ${type}`);
    });

    expect([...new Set(unknown)]).toEqual([]);
  });

  it('do not list a member twice in one class', () => {
    const twice = classes.flatMap(({ name, members }) => {
      const keys = members.map((member) =>
        `${name}.${member.kind} ${member.name}(${member.params.map((param) => typeName(param.type)).join(',')})`.toLowerCase()
      );
      return keys.filter((key, i) => keys.indexOf(key) !== i);
    });

    expect(twice).toEqual([]);
  });

  it('are found by name with and without namespace, ignoring case', () => {
    const found = [
      'string',
      'System.String',
      'schema.sobjecttype',
      'SObjectType',
      'Database.SaveResult',
      'database.saveresult',
      'ApexPages.PageReference'
    ];

    expect(found.map((name) => platformLibrary.class(name)?.name)).toEqual([
      'String',
      'String',
      'SObjectType',
      'SObjectType',
      'Database.SaveResult',
      'Database.SaveResult',
      'PageReference'
    ]);
  });
});
