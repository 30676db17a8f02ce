/** A change of its lines is a change of the order. */
trigger OrderItemTrigger on OrderItem(after insert, after update, after delete) {
  new LineChanges().saved(Trigger.isDelete ? Trigger.old : Trigger.new, Trigger.isUpdate ? Trigger.oldMap : null);
}
