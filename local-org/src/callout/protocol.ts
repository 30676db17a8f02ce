/**
 * What crosses the thread border for one callout. The worker resolves metadata (it has the org), the host adds secrets and does
 * the HTTP: secrets never enter the thread that runs Apex.
 */
export interface CalloutRequest {
  readonly method: string;
  /** Absolute URL; for a named credential the part after `callout:Name`, see `endpoint`. */
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array;
  readonly timeoutMs: number;
  /** Largest request and response body in bytes: 6 MB in synchronous, 12 MB in asynchronous Apex. */
  readonly maxBytes: number;
  readonly endpoint?: CalloutEndpoint;
}

/** The named credential behind a `callout:` URL. */
export interface CalloutEndpoint {
  readonly namedCredential: string;
  readonly url: string;
  readonly generateAuthorizationHeader: boolean;
  readonly allowMergeFieldsInHeader: boolean;
  readonly allowMergeFieldsInBody: boolean;
  readonly credential?: ExternalCredentialModel;
}

/** An ExternalCredential of the project's metadata, as far as callouts need it. */
export interface ExternalCredentialModel {
  readonly name: string;
  readonly protocol: 'Oauth' | 'Basic' | 'Custom' | 'NoAuthentication';
  /** `ClientCredentialsClientSecret` sends the secret in the body, `ClientCredentialsClientSecretBasic` in the header. */
  readonly variant: string | null;
  readonly tokenUrl: string | null;
  readonly scope: string | null;
  /** Named principals in their sequence; the first one is used. */
  readonly principals: readonly string[];
  /** Custom headers; values may hold `{!$Credential.<Name>.<Parameter>}`. */
  readonly headers: readonly (readonly [string, string])[];
}

export type CalloutReply =
  | {
      readonly ok: true;
      readonly status: number;
      readonly statusText: string;
      readonly headers: readonly (readonly [string, string])[];
      readonly body: Uint8Array;
    }
  /** Text of the System.CalloutException. */
  | { readonly ok: false; readonly message: string };
