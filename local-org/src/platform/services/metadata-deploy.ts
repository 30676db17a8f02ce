import { ApexList } from '../../kernel/collections.js';
import { type ApexObject, type ApexValue } from '../../kernel/object.js';
import { ApexDatetime, type ApexId } from '../../kernel/scalars.js';
import type { Transaction } from '../../kernel/services.js';
import type { ApexType } from '../../kernel/types.js';
import { dataObject, dataValue } from '../data-class.js';
import { enumConstant } from '../enums.js';
import { namedRecord } from './metadata-retrieve.js';

interface Deployed {
  readonly fullName: string;
  readonly created: boolean;
  readonly problem: string | null;
}

const messageType: ApexType = { kind: 'platform', name: 'Metadata.DeployMessage', args: [] };

/** Deploys records of custom metadata types, all or none of them; the Metadata.DeployResult. */
export function deploy(tx: Transaction, id: ApexId, components: readonly ApexObject[]): ApexObject {
  const before = tx.data.savepoint(tx);
  const deployed = components.map((component) => deployRecord(tx, component));
  const failures = deployed.filter(({ problem }) => problem !== null);
  if (failures.length > 0) tx.data.rollback(tx, before);
  const now = new ApexDatetime(tx.now());
  const messages = (of: readonly Deployed[]): ApexList =>
    new ApexList(
      messageType,
      of.map((one) => message(one, now))
    );
  const failed = failures.length > 0;
  return dataObject('Metadata.DeployResult', {
    id,
    status: enumConstant('Metadata.DeployStatus', failed ? 'Failed' : 'Succeeded'),
    success: !failed,
    done: true,
    checkOnly: false,
    ignoreWarnings: false,
    rollbackOnError: true,
    createdBy: tx.user.id.value,
    createdByName: tx.user.name,
    createdDate: now,
    startDate: now,
    completedDate: now,
    lastModifiedDate: now,
    numberComponentsTotal: deployed.length,
    numberComponentErrors: failures.length,
    numberComponentsDeployed: failed ? 0 : deployed.length,
    details: dataObject('Metadata.DeployDetails', {
      componentFailures: messages(failures),
      componentSuccesses: messages(deployed.filter(({ problem }) => problem === null))
    })
  });
}

function deployRecord(tx: Transaction, component: ApexObject): Deployed {
  const fullName = String(dataValue(component, 'fullName') ?? '');
  const named = namedRecord(tx, fullName);
  if (!named) return { fullName, created: false, problem: `There is no custom metadata type of ${fullName}.` };
  const given = dataValue(component, 'values');
  const values = new Map<string, ApexValue>(
    (given instanceof ApexList ? (given.items as ApexObject[]) : []).map((one) => [
      String(dataValue(one, 'field')),
      dataValue(one, 'value')
    ])
  );
  const label = dataValue(component, 'label');
  const { object, record } = named;
  const saved = tx.data.deployRecord(tx, object.name, record, typeof label === 'string' ? label : null, values);
  return { fullName, created: saved.created, problem: saved.problem };
}

function message({ fullName, created, problem }: Deployed, now: ApexDatetime): ApexObject {
  return dataObject('Metadata.DeployMessage', {
    componentType: 'CustomMetadata',
    fullName,
    fileName: `customMetadata/${fullName}.md`,
    success: problem === null,
    created,
    changed: !created && problem === null,
    deleted: false,
    createdDate: now,
    problem,
    problemType: problem === null ? null : enumConstant('Metadata.DeployProblemType', 'Error')
  });
}
