/** Holds outbox items to their states, notes where they wait, groups their errors, and tells the org when they settle. */
trigger OutboxItemTrigger on OutboxItem__c(before insert, before update, before delete, after insert, after update) {
  OutboxItemRules rules = new OutboxItemRules();
  switch on Trigger.operationType {
    when BEFORE_INSERT {
      rules.beforeInsert(Trigger.new);
      OutboxQueue.assign(Trigger.new);
      new ErrorGroups().assign(Trigger.new, null);
    }
    when BEFORE_UPDATE {
      rules.beforeUpdate(Trigger.new, Trigger.oldMap);
      OutboxQueue.assign(Trigger.new);
      new ErrorGroups().assign(Trigger.new, Trigger.oldMap);
    }
    when BEFORE_DELETE {
      rules.beforeDelete(Trigger.old);
    }
    when else {
      new SettledEvents().publish(Trigger.new, Trigger.oldMap);
    }
  }
}
