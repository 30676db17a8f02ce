/** Plans the handoff of orders as they are activated. */
trigger OrderTrigger on Order(after update) {
  new OrderActivation().afterUpdate(Trigger.new, Trigger.oldMap);
}
