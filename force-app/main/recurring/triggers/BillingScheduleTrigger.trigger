/** Holds billing schedules to their rules. */
trigger BillingScheduleTrigger on BillingSchedule__c(before insert, before update, before delete) {
  BillingScheduleRules rules = new BillingScheduleRules();
  if (Trigger.isDelete) {
    rules.beforeDelete(Trigger.old);
  } else {
    rules.beforeSave(Trigger.new, Trigger.oldMap);
  }
}
