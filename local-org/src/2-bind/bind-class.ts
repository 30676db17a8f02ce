import type { Block, Member, Position } from '../1-parse/ast/index.js';
import { T, type ApexType } from '../kernel/types.js';
import { shownType } from './shown-types.js';
import { bindValue } from './bind-expression.js';
import { bindBlock } from './bind-statement.js';
import type { Bound } from './bound/expressions.js';
import type { BoundBody, BoundClass, BoundMember } from './bound/members.js';
import { BodyContext, type BodyOptions } from './body-context.js';
import { convertTo } from './convert.js';
import type { Diagnostics } from './diagnostics.js';
import { bindError } from './errors.js';
import { completes } from './flow.js';
import { hiddenConstructor } from './bind-creators.js';
import { isException } from './link.js';
import { isVisible } from './members.js';
import { isGap } from './platform-gaps.js';
import type { Project } from './project.js';
import type { AccessorSymbol, ClassSymbol, FieldSymbol, LocalSymbol, ParameterSymbol, SourceFile } from './symbols.js';

/** Last step: binds the bodies of all members of a class. Members whose declaration was wrong are left out. */
export class ClassBinder {
  readonly #project: Project;
  readonly #diagnostics: Diagnostics;
  readonly #triggerObjects = new Map<SourceFile, string>();

  constructor(project: Project, diagnostics: Diagnostics) {
    this.#project = project;
    this.#diagnostics = diagnostics;
  }

  /** Tells the object of a trigger, by which Trigger.new and its like are typed in all of its file. */
  inTrigger(source: SourceFile, object: string): void {
    this.#triggerObjects.set(source, object);
  }

  bind(owner: ClassSymbol): BoundClass {
    if (!owner.declaration.members.some((member) => member.kind === 'constructor')) {
      this.#defaultSuper(owner, owner.declaration);
    }
    return { symbol: owner, members: owner.declaration.members.flatMap((member) => this.#member(owner, member)) };
  }

  /** A constructor that does not say otherwise calls the superclass's without parameters. */
  #defaultSuper(owner: ClassSymbol, at: Position): void {
    const { superclass } = owner;
    if (!superclass || isException(superclass)) return;
    const found = superclass.constructors.find((each) => each.params.length === 0);
    this.#diagnostics.attempt(owner.source, () => {
      if (!found) throw bindError(at, 'noDefaultConstructor', superclass.name);
      if (!isVisible(found, owner)) throw hiddenConstructor(at, found);
    });
  }

  #member(owner: ClassSymbol, member: Member): BoundMember[] {
    const { line } = member;
    switch (member.kind) {
      case 'field':
        return member.declarators.flatMap((declarator) => {
          const field = owner.fields.get(declarator.name.toLowerCase());
          return field?.declaration === member ? [this.#field(owner, field)] : [];
        });
      case 'property': {
        const field = owner.fields.get(member.name.toLowerCase());
        return field?.declaration === member ? this.#property(owner, field) : [];
      }
      case 'method': {
        const method = owner.methods.get(member.name.toLowerCase())?.find((each) => each.declaration === member);
        const { body } = member;
        if (!method || !body) return [];
        const options = { owner, static: method.static, returns: method.returns };
        return [{ kind: 'method', method, ...this.body(options, method.params, body, member) }];
      }
      case 'constructor': {
        const constructor = owner.constructors.find((each) => each.declaration === member);
        if (!constructor) return [];
        const first = member.body.statements[0];
        const call =
          first?.kind === 'expression' && first.expression.kind === 'constructorCall' ? first.expression : undefined;
        if (!call) this.#defaultSuper(owner, member);
        const options = {
          owner,
          static: false,
          returns: T.Void,
          initialises: true,
          constructs: true,
          ...(call ? { chainedCall: call } : {})
        };
        return [{ kind: 'constructor', constructor, ...this.body(options, constructor.params, member.body, member) }];
      }
      case 'initializer': {
        const options = {
          owner,
          static: member.static,
          returns: T.Void,
          initialises: true,
          before: member
        };
        return [{ kind: 'initializer', static: member.static, ...this.body(options, [], member.body, member) }];
      }
      case 'type': {
        const inner = owner.inner.get(member.declaration.name.toLowerCase());
        return inner?.declaration === member.declaration ? [{ kind: 'type', line, type: this.bind(inner) }] : [];
      }
    }
  }

  #field(owner: ClassSymbol, field: FieldSymbol): BoundMember {
    const { initializer } = field;
    const value =
      initializer &&
      this.#diagnostics.attemptBody(owner.source, { line: field.line, column: field.column }, () => {
        const before = { line: field.line, column: field.column };
        const ctx = this.#context({ owner, static: field.static, returns: T.Void, initialises: true, before });
        const bound: Bound = convertTo(ctx, bindValue(ctx, initializer), field.type, initializer);
        ctx.settleNulls();
        return bound;
      });
    return { kind: 'field', line: field.line, field, value };
  }

  #property(owner: ClassSymbol, field: FieldSymbol): BoundMember[] {
    const members: BoundMember[] = [{ kind: 'field', line: field.line, field, value: undefined }];
    const add = (accessor: AccessorSymbol | undefined, kind: 'get' | 'set', returns: ApexType): void => {
      if (!accessor?.body) return;
      const options = { owner, static: field.static, returns, accessorOf: field, initialises: true };
      const params = kind === 'set' ? [{ name: 'value', type: field.type }] : [];
      members.push({
        kind: 'accessor',
        field,
        accessor: kind,
        ...this.body(options, params, accessor.body, accessor.declaration)
      });
    };
    add(field.getter, 'get', field.type);
    add(field.setter, 'set', T.Void);
    return members;
  }

  /** Binds one body with its parameters; its `body` is undefined when it or its signature has errors. */
  body(
    options: Omit<BodyOptions, 'project' | 'diagnostics'>,
    params: readonly ParameterSymbol[],
    block: Block,
    at: Position
  ): BoundBody {
    const { source } = options.owner;
    const before = this.#diagnostics.faultsOf(source);
    const ctx = this.#context(options);
    const locals: LocalSymbol[] = [];
    const bound = this.#diagnostics.attemptBody(source, at, () => {
      for (const param of params) {
        const local = ctx.declare(at, param.name, param.type);
        local.nonNull = false;
        locals.push(local);
      }
      const body = bindBlock(ctx, block);
      if (options.returns.kind !== 'void' && completes(block)) {
        throw bindError({ line: block.endLine, column: 1 }, 'returnRequired', shownType(options.returns));
      }
      return body;
    });
    ctx.settleNulls();
    const gap = [options.returns, ...params.map((param) => param.type)].some((type) => isGap(this.#project, type));
    const failed = gap || this.#diagnostics.faultsOf(source) > before;
    return { line: at.line, params: locals, body: failed ? undefined : bound };
  }

  #context(options: Omit<BodyOptions, 'project' | 'diagnostics'>): BodyContext {
    const triggerObject = this.#triggerObjects.get(options.owner.source);
    return new BodyContext({ ...options, triggerObject, project: this.#project, diagnostics: this.#diagnostics });
  }
}
