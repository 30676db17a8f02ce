import type { Transaction } from '../../../kernel/services.js';
import type { ObjectModel } from '../../../schema/model.js';
import { describeField } from './field.js';

/** Set-up objects that no client may write. */
const isData = (model: ObjectModel): boolean => model.kind === 'standard' || model.kind === 'custom';

/** What describeGlobal says of an object. `root`: the API's root in the version that was asked for. */
export function objectSummary(tx: Transaction, model: ObjectModel, root: string): Record<string, unknown> {
  const { access } = tx.user;
  const address = `${root}/sobjects/${model.name}`;
  const ordinary = isData(model);
  return {
    activateable: false,
    associateEntityType: model.name.endsWith('__Share') ? 'Share' : null,
    associateParentEntity: model.name.endsWith('__Share') ? model.name.replace(/__Share$/, '__c') : null,
    createable: access.objectAccess(model.name, 'create'),
    custom: /__\w+$/.test(model.name),
    customSetting: model.kind === 'customSetting',
    deepCloneable: false,
    deletable: access.objectAccess(model.name, 'delete'),
    deprecatedAndHidden: false,
    feedEnabled: false,
    hasSubtypes: false,
    isInterface: false,
    isSubtype: false,
    keyPrefix: model.keyPrefix || null,
    label: model.label,
    labelPlural: model.pluralLabel,
    layoutable: ordinary,
    mergeable: ['Account', 'Contact', 'Lead', 'Case'].includes(model.name),
    mruEnabled: ordinary,
    name: model.name,
    queryable: model.kind !== 'platformEvent',
    replicateable: ordinary,
    retrieveable: model.kind !== 'platformEvent',
    searchable: ordinary,
    triggerable: ordinary || model.kind === 'platformEvent',
    undeletable: ordinary,
    updateable: access.objectAccess(model.name, 'edit'),
    urls: {
      sobject: address,
      describe: `${address}/describe`,
      rowTemplate: `${address}/{ID}`,
      ...(ordinary && { layouts: `${address}/describe/layouts` })
    }
  };
}

/** The whole describe of an object: the fields that the user may read, its children and record types. */
export function objectDescribe(tx: Transaction, model: ObjectModel, root: string): Record<string, unknown> {
  const { access } = tx.user;
  const fields = [...model.fields.values()].filter((field) => access.fieldAccess(model.name, field.name, 'read'));
  const address = `${root}/sobjects/${model.name}`;
  return {
    actionOverrides: [],
    ...objectSummary(tx, model, root),
    childRelationships: tx.org.schema.childReferences(model.name).map((one) => {
      const field = tx.org.schema.field(one.childObject, one.field);
      return {
        cascadeDelete: field?.deleteConstraint === 'Cascade',
        childSObject: one.childObject,
        deprecatedAndHidden: false,
        field: one.field,
        junctionIdListNames: [],
        junctionReferenceTo: [],
        relationshipName: one.name,
        restrictedDelete: field?.deleteConstraint === 'Restrict'
      };
    }),
    compactLayoutable: isData(model),
    fields: fields.map((field) => describeField(model, field, access.fieldAccess(model.name, field.name, 'edit'))),
    listviewable: null,
    lookupLayoutable: null,
    namedLayoutInfos: [],
    networkScopeFieldName: null,
    recordTypeInfos: recordTypeInfos(model, address),
    searchLayoutable: isData(model),
    sobjectDescribeOption: 'FULL',
    supportedScopes: [
      { label: `All ${model.pluralLabel.toLowerCase()}`, name: 'everything' },
      { label: `My ${model.pluralLabel.toLowerCase()}`, name: 'mine' }
    ]
  };
}

/** Every object has the master record type beside its own. */
function recordTypeInfos(model: ObjectModel, address: string): Record<string, unknown>[] {
  const info = (id: string, name: string, developerName: string, active: boolean, master: boolean) => ({
    active,
    available: true,
    defaultRecordTypeMapping: master,
    developerName,
    master,
    name,
    recordTypeId: id,
    urls: { layout: `${address}/describe/layouts/${id}` }
  });
  return [
    ...model.recordTypes.map((one) => info(one.id, one.label, one.developerName, one.active, false)),
    info('012000000000000AAA', 'Master', 'Master', true, true)
  ];
}
