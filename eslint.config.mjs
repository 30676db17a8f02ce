import lwc from '@salesforce/eslint-config-lwc';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/**',
      '**/dist/**',
      '.cache/**',
      '.data/**',
      'coverage/**',
      'types/generated/**',
      'force-app/main/**/lwc/**/*.js',
      'local-org/test/**/fixtures/**',
      'local-org/test/**/samples/**'
    ]
  },
  {
    files: ['**/*.ts'],
    ignores: ['force-app/**', 'local-org/src/lightning/browser/**'],
    extends: [...tseslint.configs.strict],
    rules: {
      // A table of implementations is clearer with the parameters it is given, used or not.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // noUncheckedIndexedAccess already makes every such place visible; an assertion with a reason is the honest form.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      // A library function may return nothing, which is Apex's void.
      '@typescript-eslint/no-invalid-void-type': 'off',
      eqeqeq: ['error', 'always']
    }
  },
  {
    files: ['force-app/**/lwc/**/*.ts'],
    extends: [...lwc.configs.recommendedTs],
    rules: {
      // TypeScript itself knows every name, and reports unused ones; the plain rule takes imported types for unused.
      'no-undef': 'off',
      'no-unused-vars': 'off'
    }
  },
  {
    files: ['force-app/**/lwc/**/__tests__/**/*.ts'],
    rules: {
      // A test drives the mock of a wire adapter.
      '@lwc/lwc/no-unexpected-wire-adapter-usages': 'off'
    }
  },
  {
    files: ['**/*.mjs'],
    extends: [...tseslint.configs.recommended],
    rules: { eqeqeq: ['error', 'always'] }
  }
);
