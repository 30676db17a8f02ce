/** Plans the handoff of opportunities as they begin to qualify, change, or go away. */
trigger OpportunityTrigger on Opportunity(after insert, after update, after delete, after undelete) {
  if (Trigger.isDelete) {
    new SourceChanges().deleted(Trigger.old);
  } else {
    new SourceChanges().saved(Trigger.new, Trigger.oldMap);
  }
}
