/** Plans the handoff of orders as they begin to qualify, change, or go away. */
trigger OrderTrigger on Order(after update, after delete, after undelete) {
  if (Trigger.isDelete) {
    new SourceChanges().deleted(Trigger.old);
  } else {
    new SourceChanges().saved(Trigger.new, Trigger.oldMap);
  }
}
