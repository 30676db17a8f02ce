/** Metadata that cannot be loaded: says the file and what is wrong. */
export class SchemaError extends Error {
  readonly file: string;
  constructor(file: string, message: string) {
    super(`${file}: ${message}`);
    this.file = file;
  }
}
