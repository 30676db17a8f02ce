/** Shows the property test every step of every item. */
trigger OutboxWatchTrigger on OutboxItem__c(after insert, after update) {
  OutboxWatch.note(Trigger.new, Trigger.oldMap);
}
