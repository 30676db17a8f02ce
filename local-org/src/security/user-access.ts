import { customCompoundOf } from '../schema/compound-parts.js';
import { contactFieldOf } from '../schema/person-accounts.js';
import type { AccessRights } from '../kernel/services.js';
import type { FieldModel, ObjectModel, Schema } from '../schema/model.js';
import type { Permissions } from './permissions.js';
import {
  accessParents,
  grantedObjects,
  hiddenFields,
  openObjects,
  setupObjects,
  type StandardProfile
} from './standard-profiles.js';

type ObjectRight = Parameters<AccessRights['objectAccess']>[1];

/** The rights of one user: the sum of a profile and permission sets. */
export class UserAccess implements AccessRights {
  private readonly schema: Schema;
  /** The standard profile that stands behind the user's own: itself, or what a project's profile leaves open. */
  private readonly profile: StandardProfile;
  private readonly grants: readonly Permissions[];

  constructor(schema: Schema, profile: StandardProfile, grants: readonly Permissions[]) {
    this.schema = schema;
    this.profile = profile;
    this.grants = grants;
  }

  objectAccess(object: string, kind: ObjectRight): boolean {
    const model = this.schema.object(object);
    if (!model || isRefused(model, kind)) return false;
    if (this.administrator) return true;
    if (this.has(kind === 'viewAll' || kind === 'read' ? 'viewalldata' : 'modifyalldata')) return true;
    const name = (accessParents.get(model.name.toLowerCase()) ?? model.name).toLowerCase();
    if (setupObjects.has(name) && !this.has('viewsetup') && !this.has('authorapex')) return false;
    if (!needsGrant(model)) return kind === 'read' || openObjects.has(name);
    if (this.grants.some((grant) => grant.objects.get(model.name.toLowerCase())?.[kind])) return true;
    const inherited =
      name !== model.name.toLowerCase() && kind !== 'read'
        ? kind === 'viewAll' || kind === 'modifyAll'
          ? kind
          : 'edit'
        : kind;
    return (
      this.profile.objects.get(name)?.[inherited] === true ||
      this.grants.some((grant) => grant.objects.get(name)?.[inherited])
    );
  }

  fieldAccess(object: string, field: string, kind: 'read' | 'edit'): boolean {
    const model = this.schema.object(object);
    const found = this.schema.field(object, field);
    if (!model || !found) return false;
    if (this.administrator) return true;
    if (!this.objectAccess(object, 'read')) return false;
    if (isAlwaysVisible(model, found) || !needsGrant(model)) return true;
    // A person account's fields have the security of its contact's (SOAP API Developer Guide, "Person Account Record Types").
    const behind = model.name === 'Account' ? contactFieldOf(found.name) : undefined;
    if (behind !== undefined) return this.fieldAccess('Contact', behind, kind);
    const keys = [found.name, ...compoundNames(found.name)].map((name) => `${model.name}.${name}`.toLowerCase());
    if (!found.custom && this.profile.standardFields !== 'none' && !keys.some((key) => hiddenFields.has(key))) {
      if (kind === 'read' || this.profile.standardFields === 'edit') return true;
    }
    return this.grants.some((grant) => keys.some((key) => grant.fields.get(key)?.[kind]));
  }

  classAccess(className: string): boolean {
    const name = (className.split('.')[0] ?? className).toLowerCase();
    return this.administrator || this.has('authorapex') || this.grants.some((grant) => grant.classes.has(name));
  }

  customPermission(name: string): boolean {
    const own = this.schema.namespace.bare(name).toLowerCase();
    return this.grants.some((grant) => grant.customPermissions.has(own));
  }

  userPermission(name: string): boolean {
    const plain = name.toLowerCase().replace(/^permissions/, '');
    return this.administrator || this.has(plain);
  }

  tabVisible(tab: string): boolean {
    const name = tab.toLowerCase();
    if (this.administrator) return true;
    if (this.grants.some((grant) => grant.tabs.has(name))) return true;
    const object = this.schema.object(tab.replace(/^standard-/, ''));
    return object !== undefined && object.kind === 'standard' && this.objectAccess(object.name, 'read');
  }

  externalCredentialPrincipal(externalCredential: string): boolean {
    return this.grants.some((grant) => grant.externalCredentials.has(externalCredential.toLowerCase()));
  }

  private get administrator(): boolean {
    return this.profile.administrator;
  }

  private has(userPermission: string): boolean {
    return (
      this.profile.userPermissions.has(userPermission) ||
      this.grants.some((grant) => grant.userPermissions.has(userPermission))
    );
  }
}

const isRefused = ({ refuses }: ObjectModel, kind: ObjectRight): boolean =>
  refuses?.some((refused) => refused === kind) === true;

/** True for objects that a profile or permission set must open to a user. */
export function needsGrant(object: ObjectModel): boolean {
  if (object.kind === 'custom' || object.kind === 'platformEvent') return true;
  if (object.licensed) return true;
  return object.kind === 'standard' && grantedObjects.has(object.name.toLowerCase());
}

/** The field under which permissions on a part of an address, name or location are written: `ShippingAddress` for ShippingCity. */
function compoundNames(field: string): string[] {
  const address = /^(\w*?)(Street|City|State|PostalCode|Country|Latitude|Longitude|GeocodeAccuracy)$/.exec(field);
  if (address) return [`${address[1]}Address`];
  const custom = customCompoundOf(field);
  if (custom !== undefined) return [custom];
  return ['FirstName', 'LastName', 'Salutation'].includes(field) ? ['Name'] : [];
}

/** Fields that no administrator can hide: ids, names, system fields, required fields and the master of a detail record. */
function isAlwaysVisible(object: ObjectModel, field: FieldModel): boolean {
  if (field.required || field.masterDetail || field.type === 'id' || field.name === object.nameField) return true;
  return alwaysVisible.has(field.name);
}

const alwaysVisible = new Set(
  'Name OwnerId IsDeleted CreatedDate CreatedById LastModifiedDate LastModifiedById SystemModstamp LastViewedDate LastReferencedDate LastActivityDate RecordTypeId CurrencyIsoCode'.split(
    ' '
  )
);
