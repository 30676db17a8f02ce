import { readFileSync } from 'node:fs';
import { ApexErrorListener, ApexParserFactory } from '@apexdevtools/apex-parser';

class Thrower extends ApexErrorListener {
  constructor(file) {
    super();
    this.file = file;
  }

  apexSyntaxError(line, column, message) {
    throw new Error(`${this.file}:${line}:${column} ${message}`);
  }
}

/**
 * Reads what LWCs can see of one Apex class: its @AuraEnabled methods and properties, and those of its inner classes.
 * Returns null for interfaces and enums. Throws with file, line and column on a syntax error.
 */
export function readApexClass(file) {
  const { parser } = ApexParserFactory.createLexerAndParser(readFileSync(file, 'utf8'), new Thrower(file));
  const declaration = parser.compilationUnit().typeDeclaration().classDeclaration();
  return declaration ? readClass(declaration) : null;
}

function readClass(declaration) {
  const found = { name: declaration.id().getText(), methods: [], properties: [], inner: [] };
  for (const body of declaration.classBody().classBodyDeclaration_list()) {
    const member = body.memberDeclaration();
    if (!member) continue;
    if (member.classDeclaration()) found.inner.push(readClass(member.classDeclaration()));
    if (!isAuraEnabled(body.modifier_list())) continue;
    if (member.methodDeclaration()) found.methods.push(readMethod(member.methodDeclaration()));
    if (member.propertyDeclaration()) found.properties.push(readProperty(member.propertyDeclaration()));
    if (member.fieldDeclaration()) found.properties.push(...readFields(member.fieldDeclaration()));
  }
  return found;
}

function isAuraEnabled(modifiers) {
  return modifiers.some((modifier) => modifier.annotation()?.id()?.getText().toLowerCase() === 'auraenabled');
}

function readMethod(method) {
  const parameters = method.formalParameters().formalParameterList()?.formalParameter_list() ?? [];
  return {
    name: method.id().getText(),
    returns: method.VOID() ? null : readType(method.typeRef()),
    parameters: parameters.map((each) => ({ name: each.id().getText(), type: readType(each.typeRef()) }))
  };
}

function readProperty(property) {
  return { name: property.id().getText(), type: readType(property.typeRef()) };
}

function readFields(field) {
  const type = readType(field.typeRef());
  return field
    .variableDeclarators()
    .variableDeclarator_list()
    .map((each) => ({ name: each.id().getText(), type }));
}

/** A type as `{ path: ['List'], arguments: [...] }`; `X[]` reads as List<X>. */
function readType(ref) {
  const names = ref.typeName_list();
  const last = names.at(-1);
  const type = {
    path: names.map((each) => (each.LIST() ?? each.SET() ?? each.MAP() ?? each.id()).getText()),
    arguments: (last.typeArguments()?.typeList().typeRef_list() ?? []).map(readType)
  };
  return ref.arraySubscripts()?.getText() ? { path: ['List'], arguments: [type] } : type;
}
