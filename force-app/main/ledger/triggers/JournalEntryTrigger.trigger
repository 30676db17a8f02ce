/** Holds journals to their rules, and tells the handoff of those that were posted. */
trigger JournalEntryTrigger on JournalEntry__c(
  before insert,
  after insert,
  before update,
  after update,
  before delete
) {
  JournalEntryRules rules = new JournalEntryRules();
  switch on Trigger.operationType {
    when BEFORE_INSERT {
      rules.beforeInsert(Trigger.new);
    }
    when AFTER_INSERT {
      rules.afterInsert(Trigger.new);
    }
    when BEFORE_UPDATE {
      rules.beforeUpdate(Trigger.new, Trigger.oldMap);
    }
    when AFTER_UPDATE {
      rules.afterUpdate(Trigger.new, Trigger.oldMap);
    }
    when BEFORE_DELETE {
      rules.beforeDelete(Trigger.old);
    }
  }
}
