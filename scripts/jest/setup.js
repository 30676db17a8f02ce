import { registerSa11yMatcher } from '@sa11y/jest';

const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { XMLParser } = require('fast-xml-parser');

registerSa11yMatcher();

// Tests read the sentences a person reads, so every label import resolves to the project's own text.
const file = join(process.cwd(), 'force-app/main/core/labels/CustomLabels.labels-meta.xml');
const parsed = new XMLParser({ isArray: (name) => name === 'labels' }).parse(readFileSync(file, 'utf8'));
for (const { fullName, value } of parsed.CustomLabels.labels) {
  jest.doMock(`@salesforce/label/c.${fullName}`, () => ({ __esModule: true, default: String(value) }), {
    virtual: true
  });
}

afterEach(() => {
  while (document.body.firstChild) document.body.firstChild.remove();
  jest.clearAllMocks();
});
