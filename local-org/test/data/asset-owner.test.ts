import { orgTable } from '../platform/org-table.js';

const asset = 'Object Reference, "Asset"';

orgTable(
  'Assets',
  [
    ['Owned.made(null, null)', 'FIELD_INTEGRITY_EXCEPTION Every asset needs an account, a contact, or both.', asset],
    ['Owned.made(Owned.account(), null)', 'saved', asset],
    ['Owned.made(null, Owned.contact())', 'saved', asset],
    ['Owned.cleared()', 'FIELD_INTEGRITY_EXCEPTION Every asset needs an account, a contact, or both.', asset],
    ['Owned.renamed()', 'saved', asset]
  ],
  {
    classes: {
      Owned: `public class Owned {
        public static Id account() { Account one = new Account(Name = 'a'); insert one; return one.Id; }
        public static Id contact() { Contact one = new Contact(LastName = 'c', AccountId = account()); insert one; return one.Id; }
        public static String made(Id account, Id contact) { return said(Database.insert(new Asset(Name = 'a', AccountId = account, ContactId = contact), false)); }
        public static String cleared() { Asset one = new Asset(Name = 'a', AccountId = account()); insert one; one.AccountId = null; return said(Database.update(one, false)); }
        public static String renamed() { Asset one = new Asset(Name = 'a', AccountId = account()); insert one; return said(Database.update(new Asset(Id = one.Id, Name = 'b'), false)); }
        static String said(Database.SaveResult result) { return result.isSuccess() ? 'saved' : result.getErrors()[0].getStatusCode() + ' ' + result.getErrors()[0].getMessage(); }
      }`
    }
  }
);
