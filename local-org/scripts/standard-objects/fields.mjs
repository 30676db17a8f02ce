// One field of a standard object: the jar's name and Java type, the overlay's line, and guesses by name for the rest.

/** Fields that exist only where a feature is on which the local org does not have (person accounts, divisions, territories, …). */
const otherFeatures =
  /^(Person[A-Z]\w*|IsPersonAccount|Dandb\w+|ConnectionReceivedId|ConnectionSentId|ConnectionReceived|ConnectionSent|\w*CountryCode|\w*StateCode|IsPartner|IsCustomerPortal|IsExcludedFromRealign|Territory2?(Id)?|ChannelProgram\w+|PartnerAccount(Id)?|HasOptedOutOfTracking|BRELookup\w*|CleanStatus|IsPriorityRecord|SourceSystem\w+|CanAllowPortalSelfReg|IsPartnerNetwork\w*)$/;
/** Fields of the person account or another feature that share their name with real fields of other objects. */
const otherFeaturesOf = {
  Account: new Set(['FirstName', 'LastName', 'Salutation', 'EffectiveDate', 'EndDate', 'IsActive', 'HasPrivacyHold']),
  Contact: new Set(['HasPrivacyHold', 'IsPersonAccount'])
};
const systemFields = {
  Id: { type: 'id', length: 18, label: 'Record ID', createable: false, updateable: false },
  IsDeleted: { type: 'boolean', label: 'Deleted', createable: false, updateable: false },
  CreatedDate: { type: 'datetime', label: 'Created Date', createable: false, updateable: false },
  CreatedById: {
    type: 'reference',
    label: 'Created By ID',
    createable: false,
    updateable: false,
    referenceTo: ['User'],
    relationshipName: 'CreatedBy'
  },
  LastModifiedDate: { type: 'datetime', label: 'Last Modified Date', createable: false, updateable: false },
  LastModifiedById: {
    type: 'reference',
    label: 'Last Modified By ID',
    createable: false,
    updateable: false,
    referenceTo: ['User'],
    relationshipName: 'LastModifiedBy'
  },
  SystemModstamp: { type: 'datetime', label: 'System Modstamp', createable: false, updateable: false },
  LastViewedDate: { type: 'datetime', label: 'Last Viewed Date', createable: false, updateable: false },
  LastReferencedDate: { type: 'datetime', label: 'Last Referenced Date', createable: false, updateable: false },
  LastActivityDate: { type: 'date', label: 'Last Activity', createable: false, updateable: false },
  MasterRecordId: { createable: false, updateable: false }
};

/**
 * The model of one field, or undefined when it is no field of its own (a parent record, a child list, another feature). Where the
 * overlay has a line, its flags hold; sizes and labels are those of the field reference.
 */
export function fieldOf({ object, field, javaType, javaTypes, line, facts }) {
  const isChildList = javaType.endsWith('[]') && !line?.startsWith('junctionidlist');
  if (isChildList || isParent(field, javaType, javaTypes)) return undefined;
  if (field === 'Division' && object !== 'User' && object !== 'Organization') return undefined;
  if (otherFeatures.test(field) || otherFeaturesOf[object]?.has(field)) return undefined;
  const guessed = guess(field, javaType, javaTypes);
  const written = line ? parseLine(line) : {};
  const model = { label: splitWords(field), ...guessed, ...systemFields[field], ...written };
  if (facts) applyFacts(model, facts, field, written);
  if (written.referenceTo && !model.relationshipName && !/^(RelationId)$/.test(field))
    model.relationshipName = field.replace(/Id$/, '');
  return order(model);
}

/** What the documentation says goes over guesses; the overlay's own words stay, but for labels and sizes. */
function applyFacts(model, facts, field, written) {
  model.label = facts.label;
  if (!written.type && field !== 'Id') model.type = facts.type;
  // The ids of setup objects are texts; what leads to one is a relationship all the same.
  if (model.type === 'string' && !written.type && facts.to && /Id$/.test(field)) model.type = 'reference';
  if (model.type === facts.type || facts.length) {
    delete model.precision;
    delete model.scale;
    delete model.length;
    for (const size of ['length', 'precision', 'scale']) if (facts[size] !== undefined) model[size] = facts[size];
  }
  if (model.type === 'reference' && !written.referenceTo && facts.to && !systemFields[field]) {
    model.referenceTo = facts.to;
    model.relationshipName ??= field.replace(/Id$/, '');
  }
  if (model.type === 'reference') model.referenceTo ??= [];
  if (facts.create === undefined || written.type || systemFields[field] || field === 'CurrencyIsoCode') return;
  if (!facts.create) model.createable = false;
  if (!facts.update) model.updateable = false;
}

function isParent(field, javaType, javaTypes) {
  return javaTypes.has(`${field}Id`) && javaTypes.get(`${field}Id`) === 'Id' && !['Id', 'String'].includes(javaType);
}

const scalars = {
  String: 'string',
  Boolean: 'boolean',
  Integer: 'int',
  Decimal: 'double',
  Double: 'double',
  Long: 'int',
  Date: 'date',
  Datetime: 'datetime',
  Time: 'time',
  Blob: 'base64',
  Address: 'address',
  Location: 'location',
  Object: 'anyType'
};

function guess(field, javaType, javaTypes) {
  if (field === 'Id') return {};
  if (javaType === 'Id') return guessReference(field, javaTypes);
  const type = scalars[javaType] ?? 'anyType';
  if (type === 'address' || type === 'location') return { type, createable: false, updateable: false };
  if (type === 'string') return guessText(field);
  if (type === 'double') {
    if (/Amount|Price|Revenue|Cost|Subtotal|GrandTotal|^Tax$/.test(field))
      return { type: 'currency', precision: 18, scale: 2 };
    if (/Percent|Probability|Discount/.test(field)) return { type: 'percent', precision: 5, scale: 2 };
    return { type, precision: 18, scale: /Latitude|Longitude/.test(field) ? 15 : 2 };
  }
  return { type };
}

function guessReference(field, javaTypes) {
  const relationship = field.replace(/Id$/, '');
  const parent = javaTypes.get(relationship);
  const label = `${splitWords(relationship)} ID`;
  if (!parent || parent === 'Id') return { type: 'reference', label, referenceTo: [] };
  const generic = parent === 'Name' || parent === 'SObject';
  if (field === 'OwnerId') {
    const both = generic ? ['Group', 'User'] : [parent];
    return { type: 'reference', label: 'Owner ID', referenceTo: both, relationshipName: 'Owner' };
  }
  return { type: 'reference', label, referenceTo: generic ? [] : [parent], relationshipName: relationship };
}

function guessText(field) {
  if (/Email(Address)?$/.test(field)) return { type: 'email', length: 80 };
  if (/Phone$|Fax$/.test(field)) return { type: 'phone', length: 40 };
  if (/Url$|Website$/.test(field)) return { type: 'url', length: 255 };
  if (/Street$/.test(field)) return { type: 'textarea', length: 255 };
  if (/^(Description|.*Body|Comments?)$/.test(field)) return { type: 'textarea', length: 32000 };
  if (field === 'CurrencyIsoCode') return { type: 'picklist', length: 3, label: 'Currency ISO Code' };
  if (
    /(Status|Type|Source|Category|Priority|Reason|Origin|Rating|Industry|Role|Level|Salutation|SidKey|LocaleKey)$/.test(
      field
    )
  )
    return { type: 'picklist', length: 255 };
  return { type: 'string', length: 255 };
}

/** Reads a line of the overlay. */
export function parseLine(line) {
  if (line === 'required') return { required: true };
  const [head, ...flags] = line.match(/(?:[^\s"]+|"[^"]*")+/g);
  const [, type, size] = /^(\w+)(?:\(([\d,]+)\))?$/.exec(head);
  const model = { type };
  const [first, second] = (size ?? '').split(',').map(Number);
  if (second !== undefined) Object.assign(model, { precision: first, scale: second });
  else if (size) model.length = first;
  for (const flag of flags) readFlag(model, flag);
  return model;
}

function readFlag(model, flag) {
  const [key, ...rest] = flag.split('=');
  const value = rest.join('=').replace(/^"|"$/g, '');
  if (key === 'readonly') Object.assign(model, { createable: false, updateable: false });
  else if (key === 'createonly') model.updateable = false;
  else if (key === 'noncreateable') model.createable = false;
  else if (key === 'required' || key === 'unique') model[key] = true;
  else if (key === 'restricted') model.restrictedPicklist = true;
  else if (key === 'default') model.defaultValue = model.type === 'boolean' ? value === 'true' : value;
  else if (key === 'label') model.label = value;
  else if (key === 'to') model.referenceTo = value.split(',');
  else if (key === 'child') model.childRelationshipName = value;
  else if (key === 'delete') model.deleteConstraint = value;
  else if (key === 'values') model.picklist = value.split('|');
  else if (key === 'auto') model.autoNumberFormat = value;
  else throw new Error(`Unknown flag ${flag}`);
}

/** `BillingPostalCode` → `Billing Postal Code`. */
export function splitWords(name) {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replace(/(?<=\D)2$/, '')
    .replace(/ Id$/, ' ID');
}

const keys = [
  'type',
  'label',
  'length',
  'precision',
  'scale',
  'required',
  'unique',
  'createable',
  'updateable',
  'defaultValue',
  'referenceTo',
  'relationshipName',
  'childRelationshipName',
  'deleteConstraint',
  'picklist',
  'restrictedPicklist',
  'autoNumberFormat'
];
function order(model) {
  return Object.fromEntries(keys.filter((key) => model[key] !== undefined).map((key) => [key, model[key]]));
}
