/** Holds entries of revenue schedules to their rules. */
trigger RevenueEntryTrigger on RevenueScheduleEntry__c(before update, before delete) {
  if (Trigger.isDelete) {
    new RevenueEntryRules().beforeDelete(Trigger.old);
  } else {
    new RevenueEntryRules().beforeUpdate(Trigger.new, Trigger.oldMap);
  }
}
