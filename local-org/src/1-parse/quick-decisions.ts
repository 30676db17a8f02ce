import { ApexParser as Token } from '@apexdevtools/apex-parser';

/** What the parser has before it, as the type of a token, 1 being the one it stands at. */
export type Ahead = (count: number) => number;

/** The alternative to take, counted from 1; undefined when more must be known than the next tokens. */
type Decision = (ahead: Ahead, binds: (least: number) => boolean) => number | undefined;

/** Each operator behind an expression: how tightly it binds, and its alternative in the loop of the rule. */
const operators = new Map<number, readonly [binds: number, alternative: number]>([
  [Token.MUL, [14, 1]],
  [Token.DIV, [14, 1]],
  [Token.ADD, [13, 2]],
  [Token.SUB, [13, 2]],
  [Token.EQUAL, [9, 5]],
  [Token.TRIPLEEQUAL, [9, 5]],
  [Token.NOTEQUAL, [9, 5]],
  [Token.TRIPLENOTEQUAL, [9, 5]],
  [Token.LESSANDGREATER, [9, 5]],
  [Token.BITAND, [8, 6]],
  [Token.CARET, [7, 7]],
  [Token.BITOR, [6, 8]],
  [Token.AND, [5, 9]],
  [Token.OR, [4, 10]],
  [Token.COAL, [3, 11]],
  [Token.QUESTION, [2, 12]],
  ...[
    Token.ASSIGN,
    Token.ADD_ASSIGN,
    Token.SUB_ASSIGN,
    Token.MUL_ASSIGN,
    Token.DIV_ASSIGN,
    Token.AND_ASSIGN,
    Token.OR_ASSIGN,
    Token.XOR_ASSIGN,
    Token.LSHIFT_ASSIGN,
    Token.RSHIFT_ASSIGN,
    Token.URSHIFT_ASSIGN
  ].map((token) => [token, [1, 13]] as const),
  [Token.DOT, [23, 14]],
  [Token.QUESTIONDOT, [23, 14]],
  [Token.LBRACK, [22, 15]],
  [Token.INC, [17, 16]],
  [Token.DEC, [17, 16]]
]);
const shift = [12, 3] as const;
const comparison = [11, 4] as const;

/** The signs that end an expression. */
const ends = new Set([Token.SEMI, Token.RPAREN, Token.COMMA, Token.RBRACK, Token.RBRACE, Token.COLON, Token.MAPTO]);

/** `<` and `>` are tokens of one sign each, as type arguments need them. */
function operatorAt(ahead: Ahead): readonly [number, number] | undefined {
  const token = ahead(1);
  if (token === Token.LT || token === Token.GT) return ahead(2) === token ? shift : comparison;
  return operators.get(token);
}

/** The token behind names with points between them, of which the first stands `from` tokens ahead; the point before `class` ends them. */
function behindPath(ahead: Ahead, from: number): number {
  let at = from + 1;
  while (ahead(at) === Token.DOT && ahead(at + 1) !== Token.CLASS) at += 2;
  return ahead(at);
}

/** What stands behind names that may yet be a type: of arguments and brackets more would have to be read. */
const opensType = (token: number): boolean => token === Token.LT || token === Token.LBRACK;

/** What an operand in brackets may begin with that no type begins with. */
const noTypes = new Set([
  Token.LPAREN,
  Token.LBRACK,
  Token.NEW,
  Token.THIS,
  Token.SUPER,
  Token.BANG,
  Token.TILDE,
  Token.ADD,
  Token.SUB,
  Token.INC,
  Token.DEC,
  Token.NULL,
  Token.StringLiteral,
  Token.IntegerLiteral
]);

/** Tokens that may be a name: many words of SOQL, and some of Apex. */
const names = new Set<number>();
const firstOfName = Token._ATN.nextTokens(Token._ATN.ruleToStartState[Token.RULE_id]!);
for (let token = 1; token <= Token.LINE_COMMENT; token++) if (firstOfName.contains(token)) names.add(token);

/** Names that may begin something else than a declaration or an expression, or stand behind an operand. */
const doubtful = new Set([Token.INHERITED, Token.INSTANCEOF, Token.SWITCH, Token.TRANSIENT, Token.WITH, Token.WITHOUT]);
const plainName = (token: number): boolean => names.has(token) && !doubtful.has(token);

/** How an expression begins. Names in brackets alone may be a cast. */
const begins: Decision = (ahead) => {
  switch (ahead(1)) {
    case Token.NEW:
      return 3;
    case Token.ADD:
    case Token.SUB:
    case Token.INC:
    case Token.DEC:
      return 6;
    case Token.TILDE:
    case Token.BANG:
      return 7;
    case Token.THIS:
    case Token.SUPER:
      return ahead(2) === Token.LPAREN ? 2 : 1;
    case Token.StringLiteral:
    case Token.IntegerLiteral:
    case Token.LBRACK:
      return 1;
    case Token.LPAREN: {
      if (noTypes.has(ahead(2))) return 5;
      if (!names.has(ahead(2))) return undefined;
      const behind = behindPath(ahead, 2);
      return opensType(behind) || behind === Token.RPAREN ? undefined : 5;
    }
    default:
      return names.has(ahead(1)) ? (ahead(2) === Token.LPAREN ? 2 : 1) : undefined;
  }
};

/** Whether an operator behind an expression belongs to it. */
const goesOn: Decision = (ahead, binds) => {
  if (ends.has(ahead(1))) return 2;
  const operator = operatorAt(ahead);
  return operator && (binds(operator[0]) ? 1 : 2);
};

/** A name, or `Type.class`. */
const primary: Decision = (ahead) => {
  if (!names.has(ahead(1))) return undefined;
  const behind = behindPath(ahead, 1);
  return opensType(behind) || behind === Token.DOT ? undefined : 6;
};

/** Declarations and expressions begin alike. */
const statement: Decision = (ahead) => {
  if (!plainName(ahead(1))) return undefined;
  const behind = behindPath(ahead, 1);
  if (plainName(behind)) return 19;
  return behind === Token.LPAREN || (operators.has(behind) && behind !== Token.LBRACK) ? 20 : undefined;
};

/** Values in braces are those of a map when an arrow stands behind the first of them. */
const creator: Decision = (ahead) => {
  if (ahead(1) === Token.LPAREN) return 2;
  if (ahead(1) === Token.LBRACK) return 3;
  if (ahead(1) !== Token.LBRACE) return undefined;
  if (ahead(2) === Token.RBRACE) return 1;
  let depth = 0;
  for (let at = 2; ; at++) {
    const token = ahead(at);
    if (token < 0) return undefined;
    if (token === Token.LPAREN || token === Token.LBRACE || token === Token.LBRACK) depth++;
    else if (depth === 0 && token === Token.MAPTO) return 4;
    else if (depth === 0 && (token === Token.COMMA || token === Token.RBRACE)) return 5;
    else if (token === Token.RPAREN || token === Token.RBRACE || token === Token.RBRACK) depth--;
  }
};

/** `x instanceof List < y` compares no types: nothing but arguments stands behind `List <`. */
const hasArguments: Decision = (ahead) => (ahead(1) === Token.LT ? 1 : 2);
const collections = new Map([
  [Token.LIST, 1],
  [Token.SET, 2],
  [Token.MAP, 3]
]);

/** The decisions of a rule, in the order of the grammar. */
function decisionsOf(rule: number): number[] {
  const states = Token._ATN.decisionToState as unknown as readonly { readonly ruleIndex: number }[];
  return states.flatMap((state, decision) => (state.ruleIndex === rule ? [decision] : []));
}

const quick: readonly (readonly [rule: number, decisions: readonly (Decision | undefined)[]])[] = [
  [Token.RULE_typeRef, [(ahead) => (ahead(1) === Token.DOT && ahead(2) !== Token.CLASS ? 1 : 2)]],
  [Token.RULE_typeName, [hasArguments, hasArguments, hasArguments, undefined, (ahead) => collections.get(ahead(1))]],
  [Token.RULE_statement, [statement]],
  [
    Token.RULE_expression,
    [
      begins,
      undefined,
      undefined,
      (ahead) => (ahead(2) === Token.LPAREN ? 1 : 2),
      (ahead) => operatorAt(ahead)?.[1],
      goesOn
    ]
  ],
  [Token.RULE_primary, [primary]],
  [Token.RULE_creator, [creator]]
];

/** By the number of the decision. */
export const quickDecisions: readonly (Decision | undefined)[] = quick.reduce<(Decision | undefined)[]>(
  (all, [rule, decisions]) => {
    for (const [i, number] of decisionsOf(rule).entries()) all[number] = decisions[i];
    return all;
  },
  []
);
