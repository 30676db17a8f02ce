/** A change of its products is a change of the opportunity. */
trigger OpportunityLineItemTrigger on OpportunityLineItem(after insert, after update, after delete) {
  new LineChanges().saved(Trigger.isDelete ? Trigger.old : Trigger.new, Trigger.isUpdate ? Trigger.oldMap : null);
}
