import { orgTable } from './org-table.js';

const sets = 'Apex Reference Guide, "FieldSet Class"';
const site = 'Visualforce Developer Guide, "$Label.Site"';
const label = (name: string, value: string) =>
  `<labels><fullName>${name}</fullName><language>en_US</language><value>${value}</value></labels>`;

orgTable(
  'metadata that Apex names',
  [
    ['SObjectType.Account.FieldSets.Short.getLabel()', 'In short', sets],
    ['Schema.SObjectType.Account.fieldSets.short.getFields()[0].getFieldPath()', 'Name', sets],
    ["SObjectType.Account.fieldSets.getMap().get('Short').getName()", 'Short', sets],
    ['System.Label.Site.passwords_dont_match', 'Passwords did not match.', site],
    ['Label.site.Login', 'Login', site],
    ['Label.Greeting', 'Hello', 'Apex Developer Guide, "Using Custom Labels"'],
    ['Label.other.Greeting', 'Hi', 'Apex Reference Guide, "Label Class": Label.namespace.name']
  ],
  {
    files: {
      'objects/Account.object':
        '<CustomObject><fieldSets><fullName>Short</fullName><label>In short</label><displayedFields><field>Name</field></displayedFields></fieldSets></CustomObject>',
      'labels/CustomLabels.labels': `<CustomLabels>${label('Greeting', 'Hello')}${label('other__Greeting', 'Hi')}</CustomLabels>`
    }
  }
);
