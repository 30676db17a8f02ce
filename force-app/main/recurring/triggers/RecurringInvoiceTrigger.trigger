/** Holds recurring invoices to their rules, and tells the handoff of new and of cancelled ones. */
trigger RecurringInvoiceTrigger on RecurringInvoice__c(after insert, before update, after update, before delete) {
  RecurringInvoiceRules rules = new RecurringInvoiceRules();
  switch on Trigger.operationType {
    when BEFORE_UPDATE {
      rules.beforeUpdate(Trigger.new, Trigger.oldMap);
    }
    when BEFORE_DELETE {
      rules.beforeDelete(Trigger.old);
    }
    when else {
      SavedRecordsFeed.tell(Trigger.new, Trigger.oldMap);
    }
  }
}
