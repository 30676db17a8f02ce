import { children, flag, text, type XmlNode } from '../schema/xml.js';

export interface ObjectGrant {
  readonly read: boolean;
  readonly create: boolean;
  readonly edit: boolean;
  readonly delete: boolean;
  readonly viewAll: boolean;
  readonly modifyAll: boolean;
}

export interface FieldGrant {
  readonly read: boolean;
  readonly edit: boolean;
}

/** What one profile or permission set grants. All names are in lower case; fields are `object.field`. */
export interface Permissions {
  readonly objects: ReadonlyMap<string, ObjectGrant>;
  readonly fields: ReadonlyMap<string, FieldGrant>;
  readonly classes: ReadonlySet<string>;
  readonly customPermissions: ReadonlySet<string>;
  readonly userPermissions: ReadonlySet<string>;
  readonly tabs: ReadonlySet<string>;
  /** External credentials of which some principal may be used. */
  readonly externalCredentials: ReadonlySet<string>;
}

/** Reads a PermissionSet or Profile file. */
export function permissionsOf(xml: XmlNode): Permissions {
  const enabled = (type: string, name: string): Set<string> =>
    new Set(
      children(xml, type)
        .filter((node) => flag(node, 'enabled'))
        .map((node) => lower(text(node, name)))
    );
  return {
    objects: new Map(
      children(xml, 'objectPermissions').map((node) => [lower(text(node, 'object')), objectGrant(node)])
    ),
    fields: new Map(
      children(xml, 'fieldPermissions').map((node) => [
        lower(text(node, 'field')),
        { read: flag(node, 'readable') || flag(node, 'editable'), edit: flag(node, 'editable') }
      ])
    ),
    classes: enabled('classAccesses', 'apexClass'),
    customPermissions: enabled('customPermissions', 'name'),
    userPermissions: enabled('userPermissions', 'name'),
    tabs: new Set(
      [...children(xml, 'tabSettings'), ...children(xml, 'tabVisibilities')]
        .filter(isVisible)
        .map((node) => lower(text(node, 'tab')))
    ),
    externalCredentials: new Set(
      children(xml, 'externalCredentialPrincipalAccesses')
        .filter((node) => flag(node, 'enabled'))
        .map((node) => lower(text(node, 'externalCredentialPrincipal')).split('-')[0]?.trim() ?? '')
    )
  };
}

const lower = (name: string | undefined): string => (name ?? '').toLowerCase();

function objectGrant(node: XmlNode): ObjectGrant {
  const modifyAll = flag(node, 'modifyAllRecords');
  return {
    read: flag(node, 'allowRead') || modifyAll,
    create: flag(node, 'allowCreate'),
    edit: flag(node, 'allowEdit') || modifyAll,
    delete: flag(node, 'allowDelete') || modifyAll,
    viewAll: flag(node, 'viewAllRecords') || modifyAll,
    modifyAll
  };
}

function isVisible(node: XmlNode): boolean {
  return /^(Visible|DefaultOn|Available|DefaultOff)$/.test(text(node, 'visibility') ?? '');
}
