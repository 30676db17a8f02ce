import { dataClass } from '../data-class.js';

/** What a change event tells about its change (Apex Reference Guide, "ChangeEventHeader Class"). */
export const changeEventHeaderClass = dataClass({
  name: 'EventBus.ChangeEventHeader',
  access: 'both',
  properties: {
    changedFields: 'List<String>',
    changeOrigin: 'String',
    changeType: 'String',
    commitNumber: 'Long',
    commitTimestamp: 'Long',
    commitUser: 'String',
    diffFields: 'List<String>',
    entityName: 'String',
    nulledFields: 'List<String>',
    recordIds: 'List<String>',
    sequenceNumber: 'Integer',
    transactionKey: 'String'
  }
});
