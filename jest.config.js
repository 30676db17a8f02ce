import sfdx from '@salesforce/sfdx-lwc-jest/config.js';

const { jestConfig } = sfdx;

/** Runs the package's TypeScript LWCs in jsdom; the compiled .js beside a .ts is for deployment only. */
export default {
  ...jestConfig,
  moduleFileExtensions: ['ts', 'js', 'html', 'json'],
  testMatch: ['**/force-app/**/__tests__/**/*.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/\\.data', '<rootDir>/local-org', '<rootDir>/sandbox-erp'],
  setupFilesAfterEnv: [...jestConfig.setupFilesAfterEnv, '<rootDir>/scripts/jest/setup.js'],
  moduleNameMapper: {
    '^lightning/actions$': '<rootDir>/scripts/jest/stubs/actions.js'
  },
  collectCoverageFrom: ['force-app/main/**/lwc/**/*.ts', '!**/__tests__/**'],
  coverageDirectory: 'coverage/lwc'
};
