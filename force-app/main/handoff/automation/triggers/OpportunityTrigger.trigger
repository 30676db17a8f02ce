/** Plans the handoff of opportunities as they begin to qualify. */
trigger OpportunityTrigger on Opportunity(after insert, after update) {
  new SourceChanges().saved(Trigger.new, Trigger.oldMap);
}
