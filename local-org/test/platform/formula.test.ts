import { orgTable } from './org-table.js';

const reference = 'Apex Reference Guide, FormulaEval Namespace';
const guide = 'Apex Developer Guide, Formula Evaluation in Apex';
const builder = (type: string, returns: string, formula: string, more = ''): string =>
  `Formula.builder().withType(${type}).withReturnType(FormulaEval.FormulaReturnType.${returns}).withFormula(${formula})${more}.build()`;

orgTable(
  'formulas in Apex',
  [
    [
      `${builder('Boat.class', 'STRING', `'IF(yards < 100, "Not Super", "Super")'`)}.evaluate(new Boat(52))`,
      'Not Super',
      `${reference}, FormulaInstance`
    ],
    [
      `${builder('Boat.class', 'STRING', `'owner.Name & " (" & owner.Site & ")"'`)}.evaluate(new Boat(52))`,
      'Acme (New York)',
      `${reference}, FormulaInstance`
    ],
    [
      `${builder('Account.SObjectType', 'STRING', `'{!name} ({!website})'`, '.parseAsTemplate(true)')}.evaluate(new Account(Name = 'A', Website = 'w'))`,
      'A (w)',
      `${reference}, FormulaBuilder.parseAsTemplate`
    ],
    [
      `${builder('Account.SObjectType', 'INTEGER', `'NumberOfEmployees + 1'`)}.evaluate(new Account())`,
      'null',
      `${reference}, FormulaBuilder.treatNumericNullAsZero: the default is false`
    ],
    [
      `${builder('Account.SObjectType', 'INTEGER', `'NumberOfEmployees + 1'`, '.treatNumericNullAsZero(true)')}.evaluate(new Account())`,
      '1',
      `${reference}, FormulaBuilder.treatNumericNullAsZero`
    ],
    [
      `${builder('Account.SObjectType', 'BOOLEAN', `'AND(ISPICKVAL(Type, "Other"), Name != "x")'`)}.getReferencedFields()`,
      '{Type, Name}',
      `${reference}, FormulaInstance.getReferencedFields`
    ],
    [
      builder('Account.SObjectType', 'STRING', `'Nope'`),
      'System.FormulaValidationException: Field Nope does not exist. Check spelling.',
      `${reference}, FormulaBuilder.build; the text is ours`
    ],
    [
      "Formula.recalculateFormulas(new List<Account>{ new Account(NumberOfEmployees = 4) })[0].getSObject().get('Twice__c')",
      '8',
      guide
    ]
  ],
  {
    classes: {
      Boat: "global class Boat { global Integer yards; global Account owner = new Account(Name = 'Acme', Site = 'New York'); global Boat(Integer yards) { this.yards = yards; } }"
    },
    files: {
      'objects/Account/fields/Twice__c.field-meta.xml':
        '<CustomField><fullName>Twice__c</fullName><label>Twice</label><type>Number</type><precision>18</precision><scale>0</scale><formula>NumberOfEmployees * 2</formula></CustomField>'
    }
  }
);
