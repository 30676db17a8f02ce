import { chromium, type Browser, type Page } from 'playwright-core';
import { inject } from 'vitest';
import { Backend } from './backend.js';
import type { ErpDesk } from './erp.js';

export type Person = 'rep' | 'finance' | 'admin' | 'integration' | 'newhire';

/** Those of the test file. */
export const running = new Set<World>();

/** How much of a page's text is told. */
const mostText = 3000;

/** The running product and a browser. */
export class World {
  readonly #backend: Backend;
  readonly #browser: Browser;

  private constructor(backend: Backend, browser: Browser) {
    this.#backend = backend;
    this.#browser = browser;
  }

  get erp(): ErpDesk {
    return this.#backend.erp;
  }

  get orgUrl(): string {
    return this.#backend.orgUrl;
  }

  /**
   * See Backend. The connected demo without other packages begins with a copy of what demo.ts has prepared.
   */
  static async start(options: { readonly connected: boolean; readonly sources?: readonly string[] }): Promise<World> {
    const isPrepared = options.connected && options.sources === undefined;
    const backend = await Backend.start(isPrepared ? { ...options, data: inject('demo') } : options);
    const browser = await chromium.launch({
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync'
      ]
    });
    const world = new World(backend, browser);
    running.add(world);
    return world;
  }

  /** A browser window of its own in which the person has logged in. */
  async as(person: Person, path = '/'): Promise<Page> {
    const context = await this.#browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    const response = await context.request.post(`${this.orgUrl}/lightning/session`, {
      data: { username: `${person}@handoff.demo` }
    });
    if (!response.ok()) throw new Error(`${person} could not log in: ${response.status()} ${await response.text()}`);
    await page.goto(`${this.orgUrl}${path}`);
    return page;
  }

  /** Rows of a SOQL query, as the admin sees them. */
  query<R>(soql: string): Promise<R[]> {
    return this.#backend.query<R>(soql);
  }

  /** Creates a record over the REST API as the admin and returns its id. */
  create(object: string, fields: Record<string, unknown>): Promise<string> {
    return this.#backend.create(object, fields);
  }

  /** Runs anonymous Apex as the admin; an exception in it fails the test. */
  async runApex(source: string): Promise<void> {
    const context = await this.#browser.newContext();
    await context.request.post(`${this.orgUrl}/lightning/session`, { data: { username: 'admin@handoff.demo' } });
    const response = await context.request.get(`${this.orgUrl}/services/data/v67.0/tooling/executeAnonymous`, {
      params: { anonymousBody: source }
    });
    const body = (await response.json()) as { success: boolean; compileProblem?: string; exceptionMessage?: string };
    await context.close();
    if (!body.success) throw new Error(body.compileProblem ?? body.exceptionMessage ?? JSON.stringify(body));
  }

  /** Kills the local org's process without warning and starts it again on the same data. */
  crashAndRestartOrg(): Promise<void> {
    return this.#backend.crashAndRestartOrg();
  }

  /** What is on the pages that are open, the newest first, and how the newest documents stand, in a line each. */
  async describe(): Promise<string> {
    const pages = this.#browser.contexts().flatMap((context) => context.pages());
    const texts = pages.reverse().map(async (page) => {
      const text = await page.evaluate(() => document.body.innerText);
      return `${page.url()}: ${text.replaceAll(/\s+/g, ' ').slice(0, mostText)}`;
    });
    const documents = this.query(
      `SELECT DocumentType__c, State__c, ErrorCode__c, ErrorMessage__c, Attempts__c, NextAttemptAt__c, CreatedDate, LastModifiedDate
       FROM OutboxItem__c ORDER BY CreatedDate DESC, Id DESC LIMIT 5`
    );
    const jobs = this.query(
      `SELECT ApexClass.Name, Status, ExtendedStatus, CreatedDate, CompletedDate FROM AsyncApexJob
       WHERE JobType = 'Queueable' ORDER BY CreatedDate DESC LIMIT 10`
    );
    const parts = await Promise.allSettled([documents, jobs, ...texts]);
    const told = (part: unknown) =>
      JSON.stringify(part, (key, value: unknown) => (key === 'attributes' ? undefined : value));
    return [new Date().toISOString(), ...parts.map(told)].join('\n');
  }

  async stop(): Promise<void> {
    running.delete(this);
    await this.#browser.close();
    await this.#backend.stop();
  }
}
