import type { ProjectMetadata } from '../../schema/metadata.js';
import type { Schema } from '../../schema/model.js';
import { SchemaError } from '../../schema/schema-error.js';
import type { MetadataComponent } from '../../schema/source-tree.js';
import { children, text, type XmlNode } from '../../schema/xml.js';
import type { FormulaNode } from '../../formula/ast.js';
import { checkFormula } from '../../formula/check.js';
import { evaluateOrNull } from '../../formula/evaluate.js';
import { parseFormula } from '../../formula/parse.js';
import { recordContext } from '../formula/record-context.js';
import type { DmlEnvironment } from './environment.js';
import type { DmlRow } from './row.js';

interface ValidationRule {
  readonly name: string;
  readonly condition: FormulaNode;
  readonly message: string;
  readonly field: string | undefined;
}

/** The project's active validation rules by object. A rule that cannot be read is a problem of the org, which goes on without it. */
export class ValidationRules {
  private readonly problems: Error[];
  private readonly byObject = new Map<string, ValidationRule[]>();

  constructor(schema: Schema, metadata: ProjectMetadata, problems: Error[]) {
    this.problems = problems;
    for (const component of metadata.components('ValidationRule')) {
      this.add(schema, component.name.slice(0, component.name.indexOf('.')), component, component.xml);
    }
    for (const component of metadata.components('CustomObject')) {
      for (const xml of children(component.xml, 'validationRules')) this.add(schema, component.name, component, xml);
    }
  }

  /** True when saving a record of the object checks anything. */
  has(object: string): boolean {
    return this.byObject.has(object.toLowerCase());
  }

  /** Fails the row with the message of each rule whose condition holds. */
  check(env: DmlEnvironment, row: DmlRow): void {
    const rules = this.byObject.get(env.object.name.toLowerCase());
    if (!rules) return;
    const context = recordContext(env, row.record, row.old);
    for (const rule of rules) {
      if (evaluateOrNull(rule.condition, context) !== true) continue;
      row.fail('FIELD_CUSTOM_VALIDATION_EXCEPTION', rule.message, rule.field === undefined ? [] : [rule.field]);
    }
  }

  private add(schema: Schema, object: string, { file }: MetadataComponent, xml: XmlNode): void {
    if (text(xml, 'active') === 'false') return;
    const name = text(xml, 'fullName') ?? '';
    try {
      const condition = parseFormula(text(xml, 'errorConditionFormula') ?? 'FALSE');
      checkFormula(schema, object, condition);
      const rules = this.byObject.get(object.toLowerCase()) ?? [];
      rules.push({ name, condition, message: text(xml, 'errorMessage') ?? '', field: text(xml, 'errorDisplayField') });
      this.byObject.set(object.toLowerCase(), rules);
    } catch (error) {
      this.problems.push(new SchemaError(file, `Validation rule ${object}.${name}: ${(error as Error).message}`));
    }
  }
}
