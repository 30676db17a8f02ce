/** Holds outbox items to their states. */
trigger OutboxItemTrigger on OutboxItem__c(before insert, before update, before delete) {
  OutboxItemRules rules = new OutboxItemRules();
  switch on Trigger.operationType {
    when BEFORE_INSERT {
      rules.beforeInsert(Trigger.new);
    }
    when BEFORE_UPDATE {
      rules.beforeUpdate(Trigger.new, Trigger.oldMap);
    }
    when BEFORE_DELETE {
      rules.beforeDelete(Trigger.old);
    }
  }
}
