import { ApexParser } from '@apexdevtools/apex-parser';
import type { MergeStatementContext } from '@apexdevtools/apex-parser';
import { quickDecisions, type Ahead } from './quick-decisions.js';
import { visible, type TokenStream } from './token-stream.js';

/** Thrown at the first syntax error: what is wrong is found out by the unhurried parser. */
export class GaveUp extends Error {}

type Simulator = ApexParser['_interp'];

const giveUp = (): never => {
  throw new GaveUp();
};

const givesUp: ApexParser['_errHandler'] & { inErrorRecoveryMode(): boolean } = {
  reset: () => undefined,
  sync: () => undefined,
  reportMatch: () => undefined,
  inErrorRecoveryMode: () => false,
  recover: giveUp,
  recoverInline: giveUp,
  reportError: giveUp
};

/** ANTLR's PredictionMode.SLL. */
const withoutContext = 0;

/**
 * Reads correct sources, giving the tree that `ApexParser` gives, in a fraction of the time: what a few tokens decide is not worked
 * out by ANTLR, what is left is decided without the context (SLL, by ANTLR's reference the same tree or a syntax error), and the first
 * error ends it. It takes the hidden tokens out of its input.
 */
export class QuickParser extends ApexParser {
  /** Only `merge a b` puts one expression right behind another, so that the next token says less. */
  #merging = false;

  constructor(stream: TokenStream) {
    super(stream);
    stream.tokens = visible(stream);
    for (const [i, token] of stream.tokens.entries()) token.tokenIndex = i;
    stream.index = 0;
    const ahead: Ahead = (count) => stream.tokens[stream.index + count - 1]?.type ?? -1;
    const binds = (least: number): boolean => this.precpred(this._ctx, least);
    this.removeErrorListeners();
    this._errHandler = givesUp;
    this._interp.predictionMode = withoutContext;
    const predict: Simulator['adaptivePredict'] = this._interp.adaptivePredict.bind(this._interp);
    this._interp.adaptivePredict = (tokens, decision, context) =>
      (this.#merging ? undefined : quickDecisions[decision]?.(ahead, binds)) ?? predict(tokens, decision, context);
  }

  override mergeStatement(): MergeStatementContext {
    this.#merging = true;
    try {
      return super.mergeStatement();
    } finally {
      this.#merging = false;
    }
  }
}
