/** A text that is no SOQL. The message is the platform's; `offset` counts UTF-16 units from the start of the query. */
export class SoqlSyntaxError extends Error {
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}
