import { ApexList } from '../../../kernel/collections.js';
import type { ApexValue } from '../../../kernel/object.js';
import { ApexId } from '../../../kernel/scalars.js';
import { T } from '../../../kernel/types.js';
import { FlowFault } from '../fault.js';
import type { ActionNode } from '../model.js';
import type { Scope } from '../scope.js';
import type { FlowWorld } from '../world.js';
import { type ActionValues, listInput, textInput } from './action-values.js';

/** The Submit for Approval action: Actions Developer Guide, "Submit for Approval Actions". */
export function submit(
  { tx }: Scope,
  inputs: ActionValues,
  _node: ActionNode,
  world: FlowWorld
): ReadonlyMap<string, ApexValue> {
  const recordId = ApexId.parse(textInput(inputs, 'objectId') ?? '');
  if (!recordId) throw new FlowFault('The flow failed to submit a record for approval: invalid record ID.');
  const answer = world.approvals.process(tx, {
    kind: 'submit',
    recordId,
    submitterId: ApexId.parse(textInput(inputs, 'submitterId') ?? '') ?? null,
    process: textInput(inputs, 'processDefinitionNameOrId'),
    skipCriteria: inputs.get('skipentrycriteria') === true,
    comments: textInput(inputs, 'comment'),
    nextApprovers: listInput(inputs, 'nextApproverIds').flatMap((id) => ApexId.parse(id) ?? [])
  });
  if (answer.error)
    throw new FlowFault(
      `This error occurred when the flow tried to submit a record for approval: ${answer.error.code}: ${answer.error.message}.`
    );
  const ids = (list: readonly ApexId[]): ApexList =>
    new ApexList(
      T.String,
      list.map(({ value }) => value)
    );
  return new Map<string, ApexValue>([
    ['entityid', answer.entityId.value],
    ['instanceid', answer.instanceId.value],
    ['instancestatus', answer.status],
    ['actorids', ids(answer.actorIds)],
    ['newworkitemids', ids(answer.workitemIds)]
  ]);
}
