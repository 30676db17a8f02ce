import type { HttpReply, HttpRequest } from '../../../http.js';
import { methodNotAllowed } from '../errors.js';
import { EDM_TYPES, type Property } from './edm.js';
import type { EntitySet, Navigation } from './entitySet.js';

/**
 * The service's schema as EDMX, with the length of each text as Business Central gives it in MaxLength.
 * docs.oasis-open.org/odata/odata-csdl-xml/v4.01
 */
export function metadataReply(request: HttpRequest, sets: ReadonlyMap<string, EntitySet>): HttpReply {
  if (request.method !== 'GET') throw methodNotAllowed(request.method, '$metadata');
  return { status: 200, headers: { 'content-type': 'application/xml' }, text: edmxOf([...sets.values()]) };
}

function edmxOf(sets: readonly EntitySet[]): string {
  const known = new Map(sets.map((set) => [set.name, set]));
  const types = sets.map((set) => entityType(set, known)).join('');
  const container = sets
    .map((set) => `<EntitySet Name="${set.name}" EntityType="Microsoft.NAV.${set.typeName}" />`)
    .join('');
  const actions = sets.flatMap((set) => Object.keys(set.actions).map((name) => actionOf(set, name))).join('');
  return `<?xml version="1.0" encoding="utf-8"?><edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices><Schema Namespace="Microsoft.NAV" xmlns="http://docs.oasis-open.org/odata/ns/edm">${types}${actions}<EntityContainer Name="NAV">${container}</EntityContainer></Schema></edmx:DataServices></edmx:Edmx>`;
}

function entityType(set: EntitySet, sets: ReadonlyMap<string, EntitySet>): string {
  const key = set.properties.find((property) => property.column === set.idColumn)?.name;
  const keyElement = key ? `<Key><PropertyRef Name="${key}" /></Key>` : '';
  const properties = set.properties.map(propertyOf).join('');
  const navigations = set.navigations.map((navigation) => navigationOf(navigation, sets)).join('');
  return `<EntityType Name="${set.typeName}">${keyElement}${properties}${navigations}</EntityType>`;
}

function propertyOf({ name, kind, maxLength }: Property): string {
  const type = EDM_TYPES[kind];
  const length = type === 'Edm.String' && maxLength > 0 ? ` MaxLength="${maxLength}"` : '';
  const scale = type === 'Edm.Decimal' ? ' Scale="Variable"' : '';
  const nullable = type === 'Edm.String' ? '' : ' Nullable="false"';
  return `<Property Name="${name}" Type="${type}"${nullable}${length}${scale} />`;
}

function navigationOf({ name, target, many }: Navigation, sets: ReadonlyMap<string, EntitySet>): string {
  const type = `Microsoft.NAV.${sets.get(target)?.typeName ?? target}`;
  return `<NavigationProperty Name="${name}" Type="${many ? `Collection(${type})` : type}" />`;
}

function actionOf(set: EntitySet, name: string): string {
  return `<Action Name="${name}" IsBound="true"><Parameter Name="bindingParameter" Type="Microsoft.NAV.${set.typeName}" /></Action>`;
}
