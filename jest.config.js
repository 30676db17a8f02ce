import { createRequire } from 'node:module';
import sfdx from '@salesforce/sfdx-lwc-jest/config.js';

const { jestConfig } = sfdx;
const lwc = createRequire(import.meta.url).resolve('lwc');
/** The preset would bring an older engine than the compiler it uses; both have to be the package's own version. */
const engine = createRequire(lwc).resolve('@lwc/engine-dom').replace(/\.js$/, '.cjs');

/** Runs the package's TypeScript LWCs in jsdom; the compiled .js beside a .ts is for deployment only. */
export default {
  ...jestConfig,
  moduleFileExtensions: ['ts', 'js', 'html', 'json'],
  testMatch: ['**/force-app/**/__tests__/**/*.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/\\.data', '<rootDir>/local-org', '<rootDir>/sandbox-erp'],
  setupFilesAfterEnv: [...jestConfig.setupFilesAfterEnv, '<rootDir>/scripts/jest/setup.js'],
  moduleNameMapper: {
    '^lwc$': engine,
    '\\.css(\\?scoped=true)?$': '<rootDir>/scripts/jest/stubs/noStyle.js',
    '^test/screen$': '<rootDir>/scripts/jest/screen.ts',
    '^lightning/actions$': '<rootDir>/scripts/jest/stubs/actions.js'
  },
  collectCoverageFrom: ['force-app/main/**/lwc/**/*.ts', '!**/__tests__/**'],
  // The accessibility matcher takes seconds where many workers share few cores.
  testTimeout: 20_000,
  coverageDirectory: 'coverage/lwc'
};
