/** A change of what was promised is one of the document it travels with. */
trigger PromiseTrigger on Promise__c(after insert, after update, after delete, after undelete) {
  new PromiseChanges().saved(Trigger.isDelete ? Trigger.old : Trigger.new, Trigger.isUpdate ? Trigger.oldMap : null);
}
