/** Plans the handoff of orders as they begin to qualify. */
trigger OrderTrigger on Order(after update) {
  new SourceChanges().saved(Trigger.new, Trigger.oldMap);
}
