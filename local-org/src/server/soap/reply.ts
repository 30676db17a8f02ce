import { ApexThrow } from '../../kernel/exception.js';
import { exceptionText } from '../../runtime/exceptions.js';
import { HttpError } from '../routes/route.js';
import type { HttpResult } from '../worker/protocol.js';
import { soapFault } from './envelope.js';

/** A SOAP call that fails; sent with status 500. */
export class SoapFault extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** What Salesforce answers and the local org does not: said, never half done. */
export const unsupportedCall = (method: string): SoapFault =>
  new SoapFault('UNSUPPORTED_API_VERSION', `The local org does not support the SOAP call ${method}.`);

export function xmlResult(text: string, status = 200): HttpResult {
  return {
    status,
    headers: { 'Content-Type': 'text/xml;charset=UTF-8', 'Cache-Control': 'no-store' },
    body: new TextEncoder().encode(text)
  };
}

export function soapFailure(error: unknown): HttpResult {
  if (error instanceof SoapFault) return xmlResult(soapFault(error.code, error.message), 500);
  if (error instanceof HttpError) return xmlResult(soapFault(error.code, error.message), 500);
  if (error instanceof ApexThrow) return xmlResult(soapFault('APEX_ERROR', exceptionText(error.exception)), 500);
  const message = error instanceof Error ? error.message : String(error);
  return xmlResult(soapFault('UNKNOWN_EXCEPTION', `The local org failed: ${message}`), 500);
}
