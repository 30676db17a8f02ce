/** What the component tests use beyond Jest itself. */

declare namespace jest {
  interface Matchers<R> {
    /** Runs axe-core's rules on the element; asynchronous, so await it. */
    toBeAccessible(): Promise<R>;
  }
}

/** Jest gives every module Node's require; mock factories are hoisted above the imports and need it. */
declare function require(id: string): {
  createApexTestWireAdapter: typeof import('@salesforce/sfdx-lwc-jest').createApexTestWireAdapter;
};

declare module '@salesforce/sfdx-lwc-jest' {
  /** A mock of an Apex method or wire adapter that a test drives with emit and error. */
  export interface TestWireAdapter {
    emit(data: unknown): void;
    error(body?: unknown, status?: number, statusText?: string): void;
    getLastConfig(): Record<string, unknown>;
  }
  export function createApexTestWireAdapter(fn: jest.Mock): jest.Mock & TestWireAdapter;
  export function createTestWireAdapter(fn?: jest.Mock): jest.Mock & TestWireAdapter;
}
