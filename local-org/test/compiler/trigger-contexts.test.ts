import { orgTable } from '../platform/org-table.js';

const variables = 'Apex Developer Guide, "Trigger Context Variables"';
const considerations = 'Apex Developer Guide, "Context Variable Considerations"';
const guide = 'Apex Developer Guide, "Triggers"';

const classes = {
  Seen: `public class Seen {
    public static List<String> events = new List<String>();
    public static String nested = '';
    public static Integer depth = 0;
    public static void note() {
      events.add(Trigger.operationType + ' ' + flags() + lists() + Trigger.size);
    }
    static String flags() {
      return (Trigger.isExecuting ? 'x' : '') + (Trigger.isBefore ? 'b' : '') + (Trigger.isAfter ? 'a' : '') + (Trigger.isInsert ? 'i' : '') +
        (Trigger.isUpdate ? 'u' : '') + (Trigger.isDelete ? 'd' : '') + (Trigger.isUndelete ? 'n' : '') + ' ';
    }
    static String lists() {
      return (Trigger.new != null ? 'new ' : '') + (Trigger.newMap != null ? 'newMap ' : '') + (Trigger.old != null ? 'old ' : '') +
        (Trigger.oldMap != null ? 'oldMap ' : '');
    }
    static String drain() {
      List<String> all = events;
      events = new List<String>();
      return String.join(all, ', ');
    }
    public static Object inserted() { insert new List<Account>{ new Account(Name = 'a'), new Account(Name = 'b') }; return drain(); }
    static Account stored() { Account a = new Account(Name = 'a'); insert a; drain(); return a; }
    public static Object updated() { Account a = stored(); a.Name = 'b'; update a; return drain(); }
    public static Object deleted() { delete stored(); return drain(); }
    public static Object undeleted() { Account a = stored(); delete a; drain(); undelete a; return drain(); }
    public static Object outside() { return Trigger.isExecuting + ' ' + Trigger.new + ' ' + Trigger.operationType; }
    public static Object recursive() { insert new Account(Name = 'again'); return depth + ' ' + drain(); }
    public static Object changedBefore() { Account a = new Account(Name = 'trim  '); insert a; return '[' + [SELECT Name FROM Account WHERE Id = :a.Id].Name + ']'; }
    public static Object changedAfter() { insert new Account(Name = 'late'); return null; }
    public static Object replaced() { insert new Account(Name = 'replace'); return null; }
    public static Object other() { insert new Account(Name = 'with contact'); return nested; }
  }`
};

const trigger = `trigger AccountEvents on Account (before insert, before update, before delete, after insert, after update, after delete, after undelete) {
  Seen.note();
  if (Trigger.isBefore && Trigger.isInsert) {
    for (Account each : Trigger.new) {
      if (each.Name.startsWith('trim')) each.Name = each.Name.trim() + '!';
    }
    if (Trigger.new[0].Name == 'replace') Trigger.new.add(new Account());
  }
  if (Trigger.isAfter && Trigger.isInsert) {
    Account first = Trigger.new[0];
    if (first.Name == 'late') first.Name = 'later';
    if (first.Name == 'again' && Seen.depth++ < 2) insert new Account(Name = 'again');
    if (first.Name == 'with contact') {
      insert new Contact(LastName = 'c', AccountId = first.Id);
      Seen.nested += ' then ' + Trigger.new.getSObjectType();
    }
  }
}`;

const contacts = `trigger ContactEvents on Contact (after insert) {
  Seen.nested += Trigger.new.getSObjectType() + ' ' + Trigger.operationType;
}`;

orgTable(
  'triggers',
  [
    ['Seen.inserted()', 'BEFORE_INSERT xbi new 2, AFTER_INSERT xai new newMap 2', considerations],
    [
      'Seen.updated()',
      'BEFORE_UPDATE xbu new newMap old oldMap 1, AFTER_UPDATE xau new newMap old oldMap 1',
      considerations
    ],
    ['Seen.deleted()', 'BEFORE_DELETE xbd old oldMap 1, AFTER_DELETE xad old oldMap 1', considerations],
    ['Seen.undeleted()', 'AFTER_UNDELETE xan new newMap 1', considerations],
    ['Seen.outside()', 'false null null', variables],
    ["((String) Seen.recursive()).substringBefore(' ')", '3', guide],
    ['Seen.changedBefore()', '[trim!]', variables],
    [
      'Seen.changedAfter()',
      'System.DmlException: Insert failed. First exception on row 0; first error: CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY, AccountEvents: execution of AfterInsert\n\ncaused by: System.FinalException: Record is read-only\n\nTrigger.AccountEvents: line 11, column 1: []',
      considerations
    ],
    ['Seen.other()', 'Contact AFTER_INSERT then Account', variables]
  ],
  {
    classes,
    files: { 'triggers/AccountEvents.trigger': trigger, 'triggers/ContactEvents.trigger': contacts }
  }
);

const counting = `trigger Counting on Lead (before insert, after insert) {
  Integer seen = 0;
  List<String> names = new List<String>();
  static String last { get { return Marks.last; } set { Marks.last = value; } }
  void note() {
    for (Lead each : Trigger.new) note(each);
  }
  void note(Lead each) {
    seen++;
    names.add(each.LastName);
  }
  class Summary {
    String text() { return Trigger.new[0].LastName + seen + names; }
  }
  note();
  if (Trigger.isAfter && Trigger.new[0].LastName == 'outer') insert new Lead(LastName = 'inner', Company = 'c');
  last = new Summary().text();
  Marks.all.add(last);
  Marks.same = this == this && this.hashCode() == super.hashCode();
  { Integer seen = 7; Marks.block = seen; }
  if (Marks.block == 7) return;
  Marks.all.add('never');
}`;

orgTable(
  'what is declared in a trigger',
  [
    [
      'Marks.nested()',
      'outer1(outer), inner1(inner), inner1(inner), outer1(outer)',
      'its methods and classes share its variables, which a run within the run leaves alone'
    ],
    ['Marks.itself()', 'true 7', 'its body has a this and may use names of its variables in blocks anew']
  ],
  {
    classes: {
      Marks: `public class Marks {
        public static List<String> all = new List<String>();
        public static String last;
        public static Boolean same;
        public static Integer block;
        public static Object nested() { insert new Lead(LastName = 'outer', Company = 'c'); return String.join(all, ', '); }
        public static Object itself() { insert new Lead(LastName = 'one', Company = 'c'); return same + ' ' + block; }
      }`
    },
    files: { 'triggers/Counting.trigger': counting }
  }
);
