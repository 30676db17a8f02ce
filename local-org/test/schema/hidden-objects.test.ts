import { facts } from '../async/harness.js';

const seen = 'seen in public tests';

facts(
  'Classes that bear the names of platform types',
  {
    'BatchApexErrorEvent.cls': 'public class BatchApexErrorEvent { public Integer own = 1; }',
    'IllegalArgumentException.cls': 'public class IllegalArgumentException extends Exception { }'
  },
  [
    [
      'a standard object is still there under its namespace',
      seen,
      `Schema.BatchApexErrorEvent event = new Schema.BatchApexErrorEvent(Phase = 'START');
       Assert.areEqual('START', event.Phase);
       Assert.areEqual(1, new BatchApexErrorEvent().own);`
    ],
    [
      'Type.forName finds the object',
      seen,
      `Assert.areEqual(Schema.BatchApexErrorEvent.SObjectType, ((SObject) Type.forName('BatchApexErrorEvent').newInstance()).getSObjectType());`
    ],
    [
      'the type of an exception has the name that the exception tells',
      seen,
      `try { throw new System.IllegalArgumentException('x'); } catch (Exception e) {
         Assert.areEqual(System.IllegalArgumentException.class.getName(), e.getTypeName());
       }`
    ],
    [
      'a text and an id have the type of the first one in a conditional expression',
      "the answer of Salesforce's own front end",
      `Id none; Id me = UserInfo.getUserId();
       Map<String, Integer> sizes = new Map<String, Integer>();
       sizes.put(none == null ? '' : none, 1);
       Assert.isTrue(sizes.containsKey(''));
       try { Id made = me != null ? me : 'no id'; made = none != null ? me : 'no id'; Assert.fail('no exception'); } catch (StringException e) {
         Assert.areEqual('Invalid id: no id', e.getMessage());
       }`
    ]
  ]
);
