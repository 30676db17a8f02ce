import type { ExternalCredentialModel } from './protocol.js';

/** One `externalCredentialParameters` element. */
export interface CredentialParameter {
  readonly parameterName?: unknown;
  readonly parameterType?: unknown;
  readonly parameterValue?: unknown;
  readonly parameterGroup?: unknown;
  readonly sequenceNumber?: unknown;
}

/**
 * Reads an ExternalCredential component.
 * https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_externalcredential.htm
 */
export function externalCredential(
  name: string,
  xml: { readonly authenticationProtocol?: unknown; readonly authenticationProtocolVariant?: unknown },
  parameters: readonly CredentialParameter[]
): ExternalCredentialModel {
  const ofType = (type: string) => parameters.filter((p) => text(p.parameterType) === type);
  const named = (type: string, parameterName: string) =>
    ofType(type).find((p) => text(p.parameterName)?.toLowerCase() === parameterName);
  const sequence = (p: CredentialParameter) => Number(text(p.sequenceNumber) ?? Number.MAX_SAFE_INTEGER);
  return {
    name,
    protocol: protocolOf(name, text(xml.authenticationProtocol)),
    variant: text(xml.authenticationProtocolVariant),
    tokenUrl: text(ofType('AuthProviderUrl')[0]?.parameterValue),
    scope: text(named('AuthParameter', 'scope')?.parameterValue),
    principals: ofType('NamedPrincipal')
      .sort((a, b) => sequence(a) - sequence(b))
      .map((p) => text(p.parameterName) ?? text(p.parameterGroup) ?? ''),
    headers: ofType('AuthHeader')
      .sort((a, b) => sequence(a) - sequence(b))
      .map((p): [string, string] => [text(p.parameterName) ?? '', text(p.parameterValue) ?? ''])
  };
}

function protocolOf(name: string, protocol: string | null): ExternalCredentialModel['protocol'] {
  switch (protocol?.toLowerCase()) {
    case 'oauth':
      return 'Oauth';
    case 'basic':
      return 'Basic';
    case 'custom':
      return 'Custom';
    case 'noauthentication':
      return 'NoAuthentication';
    default:
      throw new Error(
        `External credential ${name}: the local org does not support the authentication protocol ${protocol ?? '(none)'}`
      );
  }
}

/** XML values may have been read as text, number or boolean. */
function text(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}
