/** Holds journal lines to their rules. */
trigger JournalLineTrigger on JournalLine__c(before insert, before update, before delete) {
  new JournalLineRules().beforeSave(Trigger.isDelete ? Trigger.old : Trigger.new);
}
