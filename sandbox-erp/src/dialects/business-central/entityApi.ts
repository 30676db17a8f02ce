import type { HttpReply, HttpRequest } from '../../http.js';
import type { Ledger } from '../../ledger/ledger.js';
import type { EntitySets } from './entities/index.js';
import { badRequest, BcError, methodNotAllowed, recordNotFound, segmentNotFound } from './errors.js';
import { parseBody, parseJsonObject } from './odata/body.js';
import { metadataReply } from './odata/metadata.js';
import type { EntitySet, Navigation } from './odata/entitySet.js';
import { requireMatch } from './odata/etag.js';
import type { PathSegment } from './odata/path.js';
import { parsePath } from './odata/path.js';
import type { QueryOptions } from './odata/query.js';
import { parseQuery } from './odata/query.js';
import type { Entity, Scope } from './odata/reader.js';
import { EntityReader } from './odata/reader.js';

const PLAIN: QueryOptions = { select: [], expand: [], orderBy: [], skip: 0, count: false };

/** What a resource path points at. */
interface Resource {
  readonly set: EntitySet;
  /** For the context URL. */
  readonly contextPath: string;
  readonly id?: string;
  /** The record above it in the path. */
  readonly scope?: Scope;
  readonly parentId: string;
  /** A navigation to at most one record. */
  readonly single: boolean;
  readonly action?: string;
}

/** The operations of one API root on its entity sets; each write is one transaction of the ledger. */
export class EntityApi {
  readonly #ledger: Ledger;
  readonly #sets: EntitySets;
  readonly #reader: EntityReader;

  constructor(ledger: Ledger, sets: EntitySets) {
    this.#ledger = ledger;
    this.#sets = sets;
    this.#reader = new EntityReader(ledger.books.db, sets);
  }

  /** @param root the API root's path, e.g. /v2.0/tenant/production/api/v2.0; @param path below it */
  run(request: HttpRequest, root: string, path: string): HttpReply {
    if (path === '$metadata') return metadataReply(request, this.#sets);
    this.#ledger.books.refreshToday();
    const resource = this.#resolve(parsePath(path));
    const url = `${request.origin}${root}`;
    if (resource.action !== undefined) return this.#act(request, url, resource, resource.action);
    switch (request.method) {
      case 'GET':
        return this.#read(request, url, resource);
      case 'POST':
        return this.#create(request, url, resource);
      case 'PATCH':
        return this.#update(request, url, resource);
      case 'DELETE':
        return this.#remove(request, resource);
      default:
        throw methodNotAllowed(request.method, resource.set.name);
    }
  }

  #resolve(segments: readonly PathSegment[]): Resource {
    const [first, ...rest] = segments;
    const companies = this.#sets.get('companies');
    if (first?.name !== 'companies' || !companies) throw segmentNotFound(first?.name ?? '');
    if (first.key === undefined && rest.length === 0) {
      return { set: companies, contextPath: 'companies', parentId: '', single: false };
    }
    const company = this.#ledger.books.db.get<{ id: string }>('select id from company');
    if (first.key !== company?.id) {
      throw new BcError(404, 'Internal_CompanyNotFound', `The company "${first.key ?? ''}" does not exist.`);
    }
    const contextPath = `companies(${first.key})`;
    if (rest.length === 0) {
      return { set: companies, contextPath: 'companies', id: first.key, parentId: '', single: false };
    }
    return this.#below(rest, contextPath);
  }

  #below(segments: readonly PathSegment[], contextPath: string): Resource {
    let resource: Resource | undefined;
    for (const { name, key } of segments) {
      if (resource?.id !== undefined && /^Microsoft\.NAV\./i.test(name)) {
        return { ...resource, action: name.slice('Microsoft.NAV.'.length).toLowerCase() };
      }
      resource = resource ? this.#navigate(resource, name, key) : this.#root(name, key, contextPath);
    }
    if (!resource) throw segmentNotFound('');
    return resource;
  }

  #root(name: string, key: string | undefined, contextPath: string): Resource {
    const set = this.#sets.get(name);
    if (!set || name === 'companies') throw segmentNotFound(name);
    const path = `${contextPath}/${name}`;
    return { set, contextPath: path, parentId: '', single: false, ...(key === undefined ? {} : { id: key }) };
  }

  #navigate(resource: Resource, name: string, key: string | undefined): Resource {
    const navigation = resource.set.navigations.find((candidate) => candidate.name === name);
    const target = navigation && this.#sets.get(navigation.target);
    if (!navigation || !target || resource.id === undefined) throw segmentNotFound(name);
    this.#requireParent(resource, navigation);
    return {
      set: target,
      contextPath: `${resource.contextPath}(${resource.id})/${name}`,
      scope: { column: navigation.foreignColumn, ids: [resource.id] },
      parentId: resource.id,
      single: !navigation.many,
      ...(key === undefined ? {} : { id: key })
    };
  }

  #requireParent(resource: Resource, navigation: Navigation): void {
    const parent = this.#reader.one(resource.set, resource.id ?? '', PLAIN);
    if (!parent && navigation.target !== '') throw this.#missing(resource);
  }

  #read(request: HttpRequest, url: string, resource: Resource): HttpReply {
    const options = parseQuery(request.query);
    const context = `${url}/$metadata#${resource.contextPath}`;
    if (resource.id !== undefined) {
      return ok({ '@odata.context': `${context}/$entity`, ...this.#require(resource, resource.id, options) });
    }
    if (resource.single) {
      const [entity] = this.#reader.page(resource.set, { ...options, top: 1 }, resource.scope).entities;
      return entity ? ok({ '@odata.context': `${context}/$entity`, ...entity }) : { status: 204 };
    }
    const page = this.#reader.page(resource.set, options, resource.scope, pageSizeOf(request));
    return ok({
      '@odata.context': context,
      ...(page.count === undefined ? {} : { '@odata.count': page.count }),
      value: page.entities,
      ...(page.skipToken ? { '@odata.nextLink': nextLink(request, options, page.skipToken, page.entities.length) } : {})
    });
  }

  #create(request: HttpRequest, url: string, resource: Resource): HttpReply {
    const { set } = resource;
    if (!set.create || resource.id !== undefined || resource.single) throw methodNotAllowed('POST', set.name);
    const body = parseBody(set, this.#sets, parseJsonObject(request.body), true);
    const id = set.create(this.#ledger, { ...body, parentId: resource.parentId });
    const expand = Object.keys(body.children).map((navigation) => ({ navigation, options: PLAIN }));
    const asked = parseQuery(request.query);
    const wanted = asked.expand.length > 0 || asked.select.length > 0 ? asked.expand : expand;
    const options = { ...asked, expand: wanted };
    const entity = this.#require({ ...resource, id }, id, options);
    return {
      status: 201,
      headers: { location: `${url}/${resource.contextPath}(${id})` },
      body: { '@odata.context': `${url}/$metadata#${resource.contextPath}/$entity`, ...entity }
    };
  }

  #update(request: HttpRequest, url: string, resource: Resource): HttpReply {
    const { set, id } = resource;
    if (!set.update || id === undefined) throw methodNotAllowed('PATCH', set.name);
    this.#requireMatch(request, resource, id);
    set.update(this.#ledger, id, parseBody(set, this.#sets, parseJsonObject(request.body), false).values);
    const entity = this.#require(resource, id, parseQuery(request.query));
    return ok({ '@odata.context': `${url}/$metadata#${resource.contextPath}/$entity`, ...entity });
  }

  #remove(request: HttpRequest, resource: Resource): HttpReply {
    const { set, id } = resource;
    if (!set.remove || id === undefined) throw methodNotAllowed('DELETE', set.name);
    this.#requireMatch(request, resource, id);
    set.remove(this.#ledger, id);
    return { status: 204 };
  }

  #act(request: HttpRequest, url: string, resource: Resource, name: string): HttpReply {
    const action = resource.set.actions[name];
    if (!action || resource.id === undefined) throw segmentNotFound(`Microsoft.NAV.${name}`);
    if (request.method !== 'POST') throw methodNotAllowed(request.method, `Microsoft.NAV.${name}`);
    const journalById = resource.set.name === 'journals' && this.#ledger.journals.byId(resource.id) !== undefined;
    if (!journalById) this.#require(resource, resource.id, PLAIN);
    const made = action(this.#ledger, resource.id);
    if (!made) return { status: 204 };
    const company = resource.contextPath.split('/')[0] ?? '';
    return { status: 201, headers: { location: `${url}/${company}/${made.set}(${made.id})` } };
  }

  #requireMatch(request: HttpRequest, resource: Resource, id: string): void {
    const current = this.#require(resource, id, PLAIN);
    requireMatch(request.headers['if-match'], String(current['@odata.etag']));
  }

  #require(resource: Resource, id: string, options: QueryOptions): Entity {
    const entity = this.#reader.one(resource.set, id, options, resource.scope);
    if (entity) return entity;
    throw this.#missing(resource);
  }

  #missing(resource: Resource): BcError {
    const guid = /^[0-9a-f-]{36}$/.test(resource.id ?? '');
    if (!guid && resource.set.idColumn === 'id') {
      return badRequest(`The key '${resource.id}' of '${resource.set.name}' is not a GUID.`);
    }
    return recordNotFound(resource.set.table, 'SystemId', resource.id ?? '');
  }
}

function ok(body: unknown): HttpReply {
  return { status: 200, body };
}

function pageSizeOf(request: HttpRequest): number | undefined {
  const asked = /odata\.maxpagesize=(\d{1,6})/i.exec(request.headers['prefer'] ?? '')?.[1];
  return asked && Number(asked) > 0 ? Number(asked) : undefined;
}

/** The same request, continued after the last row; what is left of $top goes with it. */
function nextLink(request: HttpRequest, options: QueryOptions, skipToken: string, sent: number): string {
  const left = options.top === undefined ? [] : [`$top=${options.top - sent}`];
  const kept = [...request.query]
    .filter(([name]) => !/^\$?(skiptoken|skip|top)$/i.test(name))
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  const path = encodeURI(request.path);
  return `${request.origin}${path}?${[...kept, ...left, `$skiptoken=${skipToken}`].join('&')}`;
}
