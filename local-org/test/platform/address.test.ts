import { orgTable } from './org-table.js';

const classes = {
  Places: `public class Places {
    public static Address bonn() {
      Account made = new Account(Name = 'A', BillingCity = 'Bonn', BillingPostalCode = '53111', BillingStreet = 'Markt 1');
      insert made;
      return [SELECT BillingAddress FROM Account WHERE Id = :made.Id].BillingAddress;
    }
  }`
};
const source = 'Apex Reference Guide, "Address Class"';

orgTable(
  'parts of an address, by method and by property',
  [
    ["Places.bonn().getCity() + ' ' + Places.bonn().city", 'Bonn Bonn', source],
    [
      "Places.bonn().postalCode + ' ' + Places.bonn().street + ' ' + Places.bonn().country",
      '53111 Markt 1 null',
      source
    ]
  ],
  { classes }
);
