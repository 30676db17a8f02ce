// Whatever a person is to use, some permission set grants: Apex that screens and flows call, tabs, custom permissions.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { filesBelow } from '../lib/files.mjs';

const files = filesBelow(['force-app'], /\.(cls|xml)$/);
const sets = files.filter((file) => file.endsWith('.permissionset-meta.xml')).map((file) => readFileSync(file, 'utf8'));
const granted = (tag, name) => sets.some((set) => set.includes(`<${tag}>${name}</${tag}>`));

const problems = [];
for (const file of files) {
  const name = basename(file).split('.')[0];
  if (file.endsWith('.tab-meta.xml') && !granted('tab', name))
    problems.push(`No permission set shows the tab ${name}.`);
  if (file.endsWith('.customPermission-meta.xml') && !granted('name', name))
    problems.push(`No permission set grants the custom permission ${name}.`);
  if (file.endsWith('.cls') && isCalled(readFileSync(file, 'utf8')) && !granted('apexClass', name))
    problems.push(`No permission set gives access to the class ${name}.`);
}

/** Whether a screen or a flow calls the class, rather than only carrying its values. */
function isCalled(source) {
  return /@(AuraEnabled|InvocableMethod)\b[^;{]*?\bstatic\b/.test(source) && !/@IsTest/i.test(source);
}

for (const problem of problems) console.error(problem);
process.exit(problems.length === 0 ? 0 : 1);
