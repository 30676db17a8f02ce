// What a person is to use, the permission set of that person grants: Apex that screens and flows call, tabs, custom permissions. Each is asked
// of every set that needs it, so that a line lost in one is noticed although another has it still.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { filesBelow } from '../lib/files.mjs';

const everybody = ['Sales_Rep', 'Finance', 'Admin', 'Integration'];
const finance = ['Finance', 'Admin'];
const admin = ['Admin'];

/** Who needs what. A new controller, action, tab or custom permission has to be named here. */
const needed = {
  apexClass: {
    AccountPanelController: everybody,
    BillingController: everybody,
    CheckCreditAction: everybody,
    ConnectionsController: admin,
    CutOverController: admin,
    DocumentPanelController: everybody,
    ItemHistoryController: everybody,
    LedgerController: finance,
    MassSyncController: admin,
    OperationsController: finance,
    OpportunityPanelController: everybody,
    OrderPanelController: everybody,
    RefreshAction: everybody,
    ReleaseAction: finance,
    RetryAction: ['Finance', 'Admin', 'Integration'],
    RevenuePanelController: everybody,
    ReviewController: finance,
    RouteController: admin,
    SetupController: admin,
    SyncAction: everybody,
    SyncController: everybody,
    SyncListController: ['Finance', 'Admin', 'Integration']
  },
  tab: {
    FieldMapping__c: admin,
    Handoff_Ledger: finance,
    Handoff_Operations: finance,
    Handoff_Review: finance,
    Handoff_Setup: admin,
    Handoff_Sync_List: finance,
    JournalEntry__c: finance,
    OutboxItem__c: everybody,
    PostingRule__c: finance,
    RevenueSchedule__c: finance,
    Route__c: admin,
    ValueTranslation__c: admin
  },
  name: {
    Handoff_Bypass: ['Data_Load'],
    Handoff_Post_Soft_Closed: ['Soft_Closed'],
    Handoff_Release: finance,
    Handoff_Setup: admin,
    Handoff_Sync: ['Finance', 'Admin', 'Integration'],
    Handoff_View: everybody
  }
};

const kinds = { apexClass: 'class', tab: 'tab', name: 'custom permission' };
const files = filesBelow(['force-app'], /\.(cls|xml)$/);
const sets = new Map(
  files
    .filter((file) => file.endsWith('.permissionset-meta.xml'))
    .map((file) => [basename(file).split('.')[0].replace('Handoff_', ''), readFileSync(file, 'utf8')])
);
const existing = { apexClass: [], tab: [], name: [] };
for (const file of files) {
  const name = basename(file).split('.')[0];
  if (file.endsWith('.tab-meta.xml')) existing.tab.push(name);
  if (file.endsWith('.customPermission-meta.xml')) existing.name.push(name);
  if (file.endsWith('.cls') && isCalled(readFileSync(file, 'utf8'))) existing.apexClass.push(name);
}

/** Whether a screen or a flow calls the class, rather than only carrying its values. */
function isCalled(source) {
  return /@(AuraEnabled|InvocableMethod)\b[^;{]*?\bstatic\b/.test(source) && !/@IsTest/i.test(source);
}

const problems = [];
for (const [tag, kind] of Object.entries(kinds)) {
  for (const name of existing[tag]) {
    if (!needed[tag][name]) problems.push(`scripts/check/permissions.mjs does not say who needs the ${kind} ${name}.`);
  }
  for (const [name, who] of Object.entries(needed[tag])) {
    if (!existing[tag].includes(name)) problems.push(`There is no ${kind} ${name} (scripts/check/permissions.mjs).`);
    for (const [set, text] of sets) {
      const has = text.includes(`<${tag}>${name}</${tag}>`);
      if (has && !who.includes(set))
        problems.push(`Handoff_${set} grants the ${kind} ${name}, which it is not to have.`);
      if (!has && who.includes(set)) problems.push(`Handoff_${set} does not grant the ${kind} ${name}.`);
    }
    for (const set of who) if (!sets.has(set)) problems.push(`There is no permission set Handoff_${set}.`);
  }
}

for (const problem of problems) console.error(problem);
process.exit(problems.length === 0 ? 0 : 1);
