import { orgTable } from './org-table.js';

/** Apex Reference Guide, "DescribeTabSetResult Class", "DescribeTabResult Class", "DescribeIconResult Class". */
orgTable(
  'Schema.describeTabs',
  [
    ["Tabs.of('Shop')", 'Account Box__c '],
    ["Tabs.of('Sales').startsWith('Account Campaign ')", 'true'],
    ["Tabs.icon('Account')", 'http://localhost:4300/img/icon/t4v35/standard/account_120.png theme4 120'],
    ['Schema.describeTabs()[0].isSelected()', 'true']
  ],
  {
    classes: {
      Tabs: `public class Tabs {
        public static String of(String app) {
          String names = '';
          for (Schema.DescribeTabSetResult tabSet : Schema.describeTabs()) {
            if (tabSet.getLabel() != app || names != '') continue;
            for (Schema.DescribeTabResult tab : tabSet.getTabs()) names += tab.getSobjectName() + ' ';
          }
          return names;
        }
        public static String icon(String name) {
          for (DescribeTabResult tab : Schema.describeTabs()[0].tabs) {
            if (tab.getSobjectName() != name) continue;
            DescribeIconResult icon = tab.getIcons()[0];
            return icon.getUrl() + ' ' + icon.getTheme() + ' ' + icon.getWidth();
          }
          return null;
        }
      }`
    },
    files: {
      'objects/Box__c/Box__c.object-meta.xml':
        '<CustomObject><label>Box</label><pluralLabel>Boxes</pluralLabel><nameField><label>Name</label><type>Text</type></nameField></CustomObject>',
      'tabs/Box__c.tab-meta.xml':
        '<CustomTab><customObject>true</customObject><motif>Custom11: Box</motif></CustomTab>',
      'applications/Shop.app-meta.xml':
        '<CustomApplication><label>Shop</label><tabs>standard-Account</tabs><tabs>Box__c</tabs></CustomApplication>'
    }
  }
);
