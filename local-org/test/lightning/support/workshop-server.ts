import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { AddressInfo } from 'node:net';
import type { LightningDev } from '../../../src/lightning/dev.js';
import { findComponents } from '../../../src/lightning/components.js';
import { lightningApps, objectSummaries, recordPage, tabPage, type PageInputs } from '../../../src/lightning/pages.js';
import {
  isShellRoute,
  UI_API,
  type ApexAnswer,
  type Bootstrap,
  type FieldValue,
  type JsonValue,
  type ListAnswer,
  type ListColumn,
  type ListRequest,
  type PlatformEventMessage,
  type RecordInput,
  type RecordRepresentation,
  type RelatedAnswer,
  type RelatedRequest,
  type SessionUser
} from '../../../src/lightning/protocol.js';
import { loadSchema, type LoadedSchema } from '../../../src/schema/load.js';
import { dataTypeOf, objectInfo, picklists } from './workshop-object-info.js';
import { record, workshopRecords } from './workshop-records.js';
import { rightsOf, workshopUsers } from './workshop-users.js';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml'
};

class Refusal extends Error {
  readonly status: number;
  readonly body: object;
  constructor(status: number, body: object) {
    super(JSON.stringify(body));
    this.status = status;
    this.body = body;
  }
}

/** A server that speaks the shell's protocol over a few records in memory, with an Apex class played by JavaScript. */
export class WorkshopServer {
  readonly calls: string[] = [];
  readonly records: Map<string, RecordRepresentation> = workshopRecords();
  /** What the played Apex class knows of parts. */
  readonly parts: { name: string; minutes: number; price: number }[] = [{ name: 'Cassette', minutes: 95, price: 40 }];
  readonly #project: LoadedSchema;
  readonly #sources: readonly string[];
  readonly #outDir: string;
  readonly #server: Server;
  readonly #listeners = new Set<ServerResponse>();
  #username = workshopUsers[0]?.username;

  /** With `dev`, the page and its modules come from it in place of the built bundle. */
  constructor(sources: readonly string[], outDir: string, dev?: LightningDev) {
    this.#sources = sources;
    this.#outDir = outDir;
    this.#project = loadSchema(sources);
    this.#server = createServer((request, response) => {
      const serve = () => void this.#serve(request, response);
      if (dev) dev.middleware(request, response, serve);
      else serve();
    });
  }

  async listen(): Promise<string> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Sends a platform event to all pages that listen to its channel. */
  publish(channel: string, payload: Readonly<Record<string, string>>): void {
    const message: PlatformEventMessage = { channel, data: { schema: '', payload, event: { replayId: 1 } } };
    for (const listener of this.#listeners) listener.write(`data: ${JSON.stringify(message)}\n\n`);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  get #user(): SessionUser {
    return workshopUsers.find(({ username }) => username === this.#username) as SessionUser;
  }

  get #inputs(): PageInputs {
    const access = rightsOf(this.#user);
    return { ...this.#project, access, components: findComponents(this.#sources) };
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://workshop');
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const body = text === '' ? {} : (JSON.parse(text) as JsonValue);
    if (isShellRoute(url.pathname)) return this.#file(response, 'index.html');
    if (url.pathname.startsWith('/assets/')) return this.#file(response, url.pathname);
    if (url.pathname === '/lightning/events') {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' }).flushHeaders();
      this.#listeners.add(response);
      return;
    }
    this.calls.push(`${request.method} ${url.pathname}${url.search}`);
    try {
      const answer = this.#answer(request.method ?? 'GET', url, body);
      response.writeHead(answer === undefined ? 204 : 200, { 'Content-Type': 'application/json' });
      response.end(answer === undefined ? '' : JSON.stringify(answer));
    } catch (error) {
      const { status, body: reply } =
        error instanceof Refusal ? error : { status: 500, body: { message: String(error) } };
      response.writeHead(status, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(reply));
    }
  }

  #file(response: ServerResponse, path: string): void {
    const file = join(this.#outDir, path);
    if (!existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream' });
    response.end(readFileSync(file));
  }

  #answer(method: string, url: URL, body: JsonValue): object | undefined {
    const path = url.pathname;
    if (path === '/lightning/bootstrap') return this.#bootstrap();
    if (path === '/lightning/session') {
      this.#username = (body as { username: string }).username;
      return undefined;
    }
    if (path.startsWith('/lightning/apex/')) return this.#apex(path.slice('/lightning/apex/'.length), body);
    const [, page, name = ''] = /^\/lightning\/page\/(record|tab)\/(.+)$/.exec(path) ?? [];
    const app = url.searchParams.get('app') ?? undefined;
    if (page) return found(page === 'record' ? recordPage(this.#inputs, name, { app }) : tabPage(this.#inputs, name));
    if (path === '/lightning/list') return this.#list(body as unknown as ListRequest);
    if (path === '/lightning/related') return this.#related(body as unknown as RelatedRequest);
    const info = new RegExp(`^${UI_API}/object-info/(\\w+)(/picklist-values)?`).exec(path);
    if (info) {
      const object = found(this.#project.schema.object(info[1] ?? ''));
      return info[2] ? picklists(object) : objectInfo(object, this.#inputs.access);
    }
    if (path.startsWith(`${UI_API}/records`))
      return this.#record(method, path.split('/')[6], body as unknown as RecordInput);
    throw new Refusal(404, { message: `No route ${path}` });
  }

  #bootstrap(): Bootstrap {
    const org = { id: '00D000000000001AAA', name: 'Workshop Org', currency: 'EUR', baseUrl: 'http://workshop' };
    const labels = { No_Parts: 'No parts are needed.' };
    const inputs = this.#inputs;
    return {
      user: this.#user,
      users: workshopUsers,
      org,
      apps: lightningApps(inputs),
      objects: objectSummaries(inputs),
      labels
    };
  }

  #apex(method: string, body: JsonValue): ApexAnswer {
    if (method === 'RepairController/listParts') return { value: this.parts.slice(), cacheable: true };
    if (method === 'RepairController/orderPart') {
      const { name } = body as { name: string };
      if (this.parts.some((part) => part.name === name))
        throw new Refusal(500, apexError(`${name} is ordered already`));
      this.parts.push({ name, minutes: 30, price: 12.5 });
      return { value: name, cacheable: false };
    }
    throw new Refusal(500, { ...apexError('Divide by 0'), exceptionType: 'System.MathException' });
  }

  #list(request: ListRequest): ListAnswer {
    const { field = 'Name', direction = 'asc' } = request.sort ?? {};
    const wanted = (request.search ?? '').toLowerCase();
    const name = (item: RecordRepresentation) => String(item.fields['Name']?.value);
    const records = [...this.records.values()]
      .filter((item) => item.apiName === request.object && name(item).toLowerCase().includes(wanted))
      .sort((a, b) => compare(a, b, field) * (direction === 'asc' ? 1 : -1));
    const createable = this.#inputs.access.objectAccess(request.object, 'create');
    const columns = this.#columns(request.object);
    return {
      object: request.object,
      columns,
      records: records.slice(0, request.limit),
      total: records.length,
      createable,
      listViews: [],
      buttons: []
    };
  }

  #related(request: RelatedRequest): RelatedAnswer {
    const records = [...this.records.values()].filter((item) => item.fields['Customer__c']?.value === request.recordId);
    const list = {
      relationship: 'Repairs__r',
      object: 'Repair__c',
      label: 'Repairs',
      field: 'Customer__c',
      icon: 'custom:custom19'
    };
    const createable = this.#inputs.access.objectAccess('Repair__c', 'create');
    return { lists: [{ ...list, columns: this.#columns('Repair__c'), records, total: records.length, createable }] };
  }

  #columns(object: string): ListColumn[] {
    const names =
      object === 'Account' ? ['Name', 'Phone', 'Industry'] : ['Name', 'Customer__c', 'Status__c', 'Fee__c', 'Due__c'];
    return names.map((name) => {
      const field = found(this.#project.schema.field(object, name));
      const parent = field.relationshipName ? { relationship: field.relationshipName, nameField: 'Name' } : {};
      return { field: name, label: field.label, dataType: dataTypeOf(field), sortable: true, ...parent };
    });
  }

  #record(method: string, id: string | undefined, input: RecordInput): RecordRepresentation | undefined {
    if (method === 'POST') {
      const created = record(
        input.apiName ?? '',
        `a0000000000000${10 + this.records.size}AA`,
        input.fields as Record<string, string>
      );
      this.records.set(created.id, created);
      return created;
    }
    const current = this.records.get(id ?? '');
    if (!current) throw new Refusal(404, { message: 'The requested resource does not exist', statusCode: 404 });
    if (method === 'DELETE') {
      this.records.delete(current.id);
      return undefined;
    }
    if (method === 'PATCH') {
      if (input.fields['Name'] === 'Taken') throw new Refusal(400, nameError);
      const changed: Record<string, FieldValue> = { ...current.fields };
      for (const [name, value] of Object.entries(input.fields))
        changed[name] = { value: value as string, displayValue: null };
      this.records.set(current.id, { ...current, fields: changed });
    }
    return this.records.get(current.id);
  }
}

const nameError = {
  message: 'An error occurred while trying to update the record. Please try again.',
  statusCode: 400,
  output: {
    errors: [],
    fieldErrors: {
      Name: [{ errorCode: 'DUPLICATE', message: 'That name is taken.', field: 'Name', fieldLabel: 'Repair Name' }]
    }
  }
};

function apexError(message: string) {
  return { message, exceptionType: 'System.AuraHandledException', isUserDefinedException: false, stackTrace: '' };
}

function compare(a: RecordRepresentation, b: RecordRepresentation, field: string): number {
  const [left, right] = [a.fields[field]?.value ?? '', b.fields[field]?.value ?? ''];
  return left < right ? -1 : Number(left > right);
}

function found<V>(value: V | undefined): V {
  if (value === undefined)
    throw new Refusal(404, { message: 'The requested resource does not exist', statusCode: 404 });
  return value;
}
