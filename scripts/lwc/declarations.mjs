const SCALARS = new Map(
  Object.entries({
    string: 'string',
    id: 'string',
    date: 'string',
    datetime: 'string',
    time: 'string',
    boolean: 'boolean',
    integer: 'number',
    long: 'number',
    decimal: 'number',
    double: 'number',
    object: 'unknown'
  })
);

/** Writes one TypeScript declaration file per Apex class that LWCs see, from the classes `readApexClass` returned. */
export class Declarations {
  #byName;

  constructor(classes) {
    this.#byName = new Map(classes.map((each) => [each.name.toLowerCase(), each]));
  }

  /** Declarations of a class: its data types as module `apex/<Class>`, each method as `@salesforce/apex/<Class>.<method>`. */
  of(apexClass) {
    const types = [apexClass, ...apexClass.inner].filter((each) => each.properties.length > 0);
    const interfaces = types.map((each) => this.#interfaceOf(each, apexClass)).join('\n');
    const methods = apexClass.methods.map((each) => this.#methodOf(each, apexClass));
    return [types.length > 0 ? `declare module 'apex/${apexClass.name}' {\n${interfaces}}\n` : '', ...methods]
      .filter(Boolean)
      .join('\n');
  }

  #interfaceOf(type, owner) {
    const lines = type.properties.map((each) => `    ${each.name}?: ${this.#typeOf(each.type, owner)} | null;\n`);
    return `  export interface ${type.name} {\n${lines.join('')}  }\n`;
  }

  #methodOf(method, owner) {
    const config = method.parameters.map((each) => `${each.name}: ${this.#typeOf(each.type, owner)} | null`).join('; ');
    const returns = method.returns ? this.#typeOf(method.returns, owner) : 'void';
    const type = method.parameters.length > 0 ? `{ ${config} }` : 'Record<string, never> | void';
    return (
      `declare module '@salesforce/apex/${owner.name}.${method.name}' {\n` +
      `  const method: import('apex/method').ApexMethod<${type}, ${returns}>;\n  export default method;\n}\n`
    );
  }

  #typeOf(type, owner) {
    const name = type.path.join('.').toLowerCase();
    if (SCALARS.has(name)) return SCALARS.get(name);
    const [first, second] = type.arguments.map((each) => this.#typeOf(each, owner));
    if (name === 'list' || name === 'set') return `${first}[]`;
    if (name === 'map') return `Record<string, ${second}>`;
    return this.#referenceTo(type.path, owner);
  }

  /** An inner class of the same class wins over a top-level one, as in Apex; what is not ours is an SObject. */
  #referenceTo(path, owner) {
    const outer = this.#byName.get(path[0].toLowerCase());
    const candidates =
      path.length > 1
        ? [[outer, path[1]]]
        : [
            [owner, path[0]],
            [outer, path[0]]
          ];
    for (const [home, name] of candidates) {
      const found = home && [...home.inner, home].find((each) => each.name.toLowerCase() === name.toLowerCase());
      if (found) return `import('apex/${home.name}').${found.name}`;
    }
    return 'Record<string, unknown>';
  }
}
