import type { RouteContext } from '../routes/route.js';
import type { HttpResult } from '../worker/protocol.js';
import { readCall, soapAnswer, type XmlTree } from './envelope.js';
import { SoapFault, unsupportedCall, xmlResult } from './reply.js';

const namespaces: Readonly<Record<string, string>> = {
  u: 'urn:partner.soap.sforce.com',
  c: 'urn:enterprise.soap.sforce.com'
};

/** POST /services/Soap/u and /c: the calls about the session. Records go by REST; every other call is a fault that says so. */
export function answerPartnerApi(context: RouteContext): HttpResult {
  const call = readCall(context.task.body);
  if (!call) throw new SoapFault('UNKNOWN_EXCEPTION', 'The request is no SOAP message.');
  const answer = calls[call.method];
  if (!answer) throw unsupportedCall(call.method);
  return xmlResult(soapAnswer(namespaces[context.params[0] ?? 'u'] ?? '', call.method, answer(context)));
}

const calls: Readonly<Record<string, (context: RouteContext) => XmlTree>> = {
  getUserInfo: ({ tx: { user, org } }) => ({
    result: {
      currencySymbol: null,
      organizationId: org.info.id.value,
      organizationMultiCurrency: org.info.multiCurrency,
      organizationName: org.info.name,
      profileId: user.profileId.value,
      roleId: null,
      userDefaultCurrencyIsoCode: user.currency,
      userEmail: user.email,
      userFullName: user.name,
      userId: user.id.value,
      userLanguage: user.language,
      userLocale: user.locale,
      userName: user.userName,
      userTimeZone: user.timeZone,
      userType: 'Standard',
      userUiSkin: 'Theme3'
    }
  }),
  getServerTimestamp: ({ tx }) => ({ result: { timestamp: new Date(tx.now()).toISOString() } }),
  logout: () => ({})
};
