import { orgTable } from './org-table.js';

const source = 'Apex Reference Guide, "MergeResult Class"';

const classes = {
  Merges: `public class Merges {
    public static String told() {
      List<Account> all = new List<Account>{ new Account(Name = 'Kept'), new Account(Name = 'Gone'), new Account(Name = 'Gone too') };
      insert all;
      Contact moved = new Contact(LastName = 'Moved', AccountId = all[1].Id);
      Contact kept = new Contact(LastName = 'Kept', AccountId = all[0].Id);
      insert new List<Contact>{ moved, kept };
      List<Database.MergeResult> results = Database.merge(all[0], new List<Id>{ all[1].Id, all[2].Id });
      return (results[0].getUpdatedRelatedIds() == new List<String>{ moved.Id }) + ' ' + results[1].updatedRelatedIds.size() + ' '
        + (results[0].mergedRecordIds == new List<String>{ all[1].Id }) + ' ' + [SELECT COUNT() FROM Contact WHERE AccountId = :all[0].Id];
    }
  }`
};

orgTable('results of merging', [['Merges.told()', 'true 0 true 2', source]], { classes });
