// The AppExchange security scan and PMD's security rules, through the code analyzer's own library.
import { CodeAnalyzer, CodeAnalyzerConfig, EventType, LogLevel, SeverityLevel } from '@salesforce/code-analyzer-core';
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from '../lib/root.mjs';

/** Findings that are answered rather than changed: rule and file, with the reason a reviewer would be given. */
const answered = JSON.parse(readFileSync(join(root, 'config/security-answers.json'), 'utf8'));

const analyzer = new CodeAnalyzer(CodeAnalyzerConfig.withDefaults());
analyzer.onEvent(EventType.EngineLogEvent, (event) => {
  if (event.logLevel <= LogLevel.Error) console.error(event.message);
});
for (const name of ['pmd', 'eslint', 'regex']) {
  const engine = await import(`@salesforce/code-analyzer-${name}-engine`);
  await analyzer.addEnginePlugin((engine.createEnginePlugin ?? engine.default.createEnginePlugin)());
}
// What is scanned is what is deployed: JavaScript made from the TypeScript, without unit tests.
const deployed = join(root, '.cache/scan');
rmSync(deployed, { recursive: true, force: true });
cpSync(join(root, 'force-app'), join(deployed, 'force-app'), {
  recursive: true,
  filter: (path) => !path.includes('__tests__') && !(path.includes('/lwc/') && path.endsWith('.ts'))
});
const workspace = await analyzer.createWorkspace([join(deployed, 'force-app')]);
const rules = await analyzer.selectRules(['AppExchange', 'Recommended:Security'], { workspace });
if (rules.getCount() === 0) throw new Error('No rule was selected: the scan would pass whatever it reads.');
const results = await analyzer.run(rules, { workspace });
let open = 0;
for (const violation of results.getViolations()) {
  const place = violation.getPrimaryLocation();
  const file = relative(deployed, place.getFile() ?? '');
  const rule = violation.getRule().getName();
  if (answered.some((answer) => answer.rule === rule && file.endsWith(answer.file))) continue;
  open++;
  console.log(
    `${SeverityLevel[violation.getRule().getSeverityLevel()]} ${rule} ${file}:${place.getStartLine()} ${violation.getMessage()}`
  );
}
console.log(`${rules.getCount()} rules, ${open} open findings`);
process.exit(open > 0 ? 1 : 0);
