/** Whoever asks for connections in this transaction gets them as they are now. */
trigger ConnectionTrigger on Connection__c(after insert, after update, after delete, after undelete) {
  ErpConnections.forget();
}
