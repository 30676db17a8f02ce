import type { ExternalCredentialModel } from './protocol.js';
import type { PrincipalSecrets } from './secrets.js';

const field = /\{!\s*(?:HTMLENCODE\()?\$Credential\.([A-Za-z0-9_.]+)\)?\s*\}/gi;

/** True when the text holds a `{!$Credential.…}` field. */
export const hasMergeField = (text: string): boolean => text.search(field) >= 0;

/**
 * Fills `{!$Credential.Username}` and its like and `{!$Credential.<Credential>.<Parameter>}` of custom credentials.
 * An unknown field becomes empty text, as on the platform.
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_callouts_named_credentials_merge_fields.htm
 */
export function fillMergeFields(
  text: string,
  credential: ExternalCredentialModel,
  secrets: PrincipalSecrets,
  token: string | null
): string {
  const byName = new Map(Object.entries(secrets).map(([name, value]) => [name.toLowerCase(), value]));
  if (token !== null) {
    byName.set('oauthtoken', token);
    byName.set('authorizationmethod', 'Bearer');
    byName.set('authorizationheadervalue', `Bearer ${token}`);
  }
  return text.replace(field, (_whole, path: string) => {
    const parts = path.toLowerCase().split('.');
    if (parts.length === 2 && parts[0] !== credential.name.toLowerCase()) return '';
    return byName.get(parts[parts.length - 1] ?? '') ?? '';
  });
}
