import type { RunningUser, Transaction } from '../../kernel/services.js';
import type { HttpResult } from '../worker/protocol.js';
import { HttpError, json, type RouteContext } from './route.js';

/** GET /services/oauth2/userinfo, in the words of OpenID Connect. https://help.salesforce.com/s/articleView?id=sf.remoteaccess_using_userinfo_endpoint.htm */
export function userInfo({ tx }: RouteContext): HttpResult {
  const { user, org } = tx;
  return json(200, {
    sub: identityUrl(tx),
    user_id: user.id.value,
    organization_id: org.info.id.value,
    preferred_username: user.userName,
    nickname: user.userName.split('@')[0],
    name: user.name,
    email: user.email,
    email_verified: true,
    zoneinfo: user.timeZone,
    locale: user.locale,
    language: user.language,
    utcOffset: 0,
    active: true,
    user_type: 'STANDARD',
    is_app_installed: true,
    urls: urlsOf(tx)
  });
}

/** GET /id/<org>/<user>, also with `?format=json`. https://help.salesforce.com/s/articleView?id=sf.remoteaccess_using_openid.htm */
export function identity({ tx, params }: RouteContext): HttpResult {
  const { user, org } = tx;
  if (!sameId(params[0], org.info.id.value) || !sameId(params[1], user.id.value))
    throw new HttpError(403, 'Bad_Id', 'Bad_Id');
  return json(200, {
    id: identityUrl(tx),
    asserted_user: true,
    user_id: user.id.value,
    organization_id: org.info.id.value,
    username: user.userName,
    nick_name: user.userName.split('@')[0],
    display_name: user.name,
    email: user.email,
    email_verified: true,
    first_name: user.name.split(' ').slice(0, -1).join(' ') || null,
    last_name: user.name.split(' ').at(-1),
    timezone: user.timeZone,
    active: true,
    user_type: 'STANDARD',
    language: user.language,
    locale: user.locale,
    utcOffset: 0,
    urls: urlsOf(tx),
    is_app_installed: true
  });
}

const sameId = (given: string | undefined, id: string): boolean => given === id || given === id.slice(0, 15);

export function identityUrl({ org, user }: Pick<Transaction, 'org'> & { readonly user: RunningUser }): string {
  return `${org.info.baseUrl}/id/${org.info.id.value}/${user.id.value}`;
}

/** Addresses of the APIs; clients put the version in place of `{version}`. */
function urlsOf({ org, user }: Transaction): Record<string, string> {
  const root = org.info.baseUrl;
  const id = org.info.id.value;
  const rest = `${root}/services/data/v{version}/`;
  return {
    enterprise: `${root}/services/Soap/c/{version}/${id}`,
    metadata: `${root}/services/Soap/m/{version}/${id}`,
    partner: `${root}/services/Soap/u/{version}/${id}`,
    rest,
    sobjects: `${rest}sobjects/`,
    search: `${rest}search/`,
    query: `${rest}query/`,
    recent: `${rest}recent/`,
    tooling_soap: `${root}/services/Soap/T/{version}/${id}`,
    tooling_rest: `${rest}tooling/`,
    profile: `${root}/${user.id.value}`,
    custom_domain: root
  };
}
