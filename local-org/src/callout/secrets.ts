import { existsSync, readFileSync, statSync } from 'node:fs';

/** Values of one principal: `clientId`, `clientSecret`, `username`, `password`, `tokenUrl`, or the parameters of a Custom credential. */
export type PrincipalSecrets = Readonly<Record<string, string>>;

/**
 * The local secrets file, in place of what an admin enters in Setup:
 * `{ "<ExternalCredential>": { "<Principal>": { "clientId": …, "clientSecret": … } }, "namedCredentials": { "<Name>": { "url": … } } }`.
 * Read again when the file changes, so that a secret can be entered while the server runs.
 */
export class SecretsFile {
  readonly path: string | null;
  private readAt = -1;
  private content: Record<string, Record<string, PrincipalSecrets>> = {};

  constructor(path: string | null) {
    this.path = path;
  }

  principal(externalCredential: string, principal: string): PrincipalSecrets | undefined {
    const credential = pick(this.load(), externalCredential);
    return credential && pick(credential, principal);
  }

  /** The URL that replaces the one in the named credential's metadata. */
  url(namedCredential: string): string | undefined {
    const named = pick(this.load(), 'namedCredentials');
    return named && pick(named, namedCredential)?.['url'];
  }

  private load(): Record<string, Record<string, PrincipalSecrets>> {
    if (this.path === null || !existsSync(this.path)) return {};
    const changed = statSync(this.path).mtimeMs;
    if (changed === this.readAt) return this.content;
    const parsed: unknown = JSON.parse(readFileSync(this.path, 'utf8'));
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
      throw new Error(`${this.path} must hold a JSON object of external credentials`);
    }
    this.content = parsed as Record<string, Record<string, PrincipalSecrets>>;
    this.readAt = changed;
    return this.content;
  }
}

function pick<V>(record: Readonly<Record<string, V>>, name: string): V | undefined {
  const wanted = name.toLowerCase();
  for (const [key, value] of Object.entries(record)) if (key.toLowerCase() === wanted) return value;
  return undefined;
}
