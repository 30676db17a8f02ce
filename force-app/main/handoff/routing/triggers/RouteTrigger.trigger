/** Routes hold from now on, also for what none took before. */
trigger RouteTrigger on Route__c(after insert, after update, after delete, after undelete) {
  Routes.forget();
  UnroutedJob.start();
}
