/** Holds posting periods to their rules. */
trigger PostingPeriodTrigger on PostingPeriod__c(
  before insert,
  before update,
  before delete,
  after insert,
  after update,
  after delete
) {
  PostingPeriodRules rules = new PostingPeriodRules();
  switch on Trigger.operationType {
    when BEFORE_INSERT, BEFORE_UPDATE {
      rules.beforeSave(Trigger.new, Trigger.oldMap);
    }
    when BEFORE_DELETE {
      rules.beforeDelete(Trigger.old);
    }
    when else {
      PostingPeriods.forget();
    }
  }
}
