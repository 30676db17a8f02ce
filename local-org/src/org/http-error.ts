/** A request that cannot be answered as asked. `code` is the API's error code. */
export class HttpError extends Error {
  readonly status: number;
  readonly code: string;
  readonly fields: readonly string[] | undefined;
  constructor(status: number, code: string, message: string, fields?: readonly string[]) {
    super(message);
    this.status = status;
    this.code = code;
    this.fields = fields;
  }
}
