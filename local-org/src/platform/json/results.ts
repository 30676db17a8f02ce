import type { ApexValue } from '../../kernel/object.js';
import { ApexId } from '../../kernel/scalars.js';
import type { DmlError } from '../../kernel/services.js';
import { listOf, T } from '../../kernel/types.js';
import { ApexList, ApexMap } from '../../kernel/collections.js';
import { ActionError, ActionResult, errorType, parameterMap } from '../invocable/results.js';
import { LeadConvertResult } from '../database/convert-lead.js';
import { ApprovalProcessResult, ApprovalResult } from '../services/approval.js';
import { DatabaseError, DmlResult, type ResultKind } from '../database/results.js';
import type { JsonTokens } from './tokens.js';
import type { JsonReader } from './typed.js';

const kinds = [
  'SaveResult',
  'UpsertResult',
  'DeleteResult',
  'UndeleteResult',
  'MergeResult',
  'EmptyRecycleBinResult'
] as const;

/**
 * Results of DML can be made from JSON, which tests use because they have no constructor:
 * `JSON.deserialize('{"success":true,"id":"001…"}', Database.SaveResult.class)`. Undefined for other types.
 */
export function readResult(reader: JsonReader, tokens: JsonTokens, type: string): ApexValue | undefined {
  if (type === 'Database.Error') return new DatabaseError(readError(reader, tokens));
  if (type === 'Database.LeadConvertResult') return readConversion(reader, tokens);
  if (type === 'Invocable.Action.Result') return readActionResult(reader, tokens);
  if (type === 'Invocable.Action.Error') return readActionError(reader, tokens);
  if (type === 'Approval.LockResult' || type === 'Approval.UnlockResult') return readLock(reader, tokens, type);
  if (type === 'Approval.ProcessResult') return readProcess(reader, tokens);
  const kind = kinds.find((name) => type === `Database.${name}`);
  return kind ? readRow(reader, tokens, kind) : undefined;
}

/** One that did not succeed has an error, also where the text names none. */
function readLock(reader: JsonReader, tokens: JsonTokens, type: string): ApprovalResult {
  let id: ApexId | null = null;
  let errors: readonly DmlError[] = [];
  let success = true;
  reader.fields(tokens, (name) => {
    if (name === 'id') id = idIn(reader, tokens);
    else if (name === 'success') success = reader.read(tokens, T.Boolean) === true;
    else if (name === 'errors') errors = readErrors(reader, tokens);
    else tokens.skipChildren();
  });
  return new ApprovalResult(type, id, success || errors.length > 0 ? errors : [unknownError]);
}

const unknownError: DmlError = { code: 'UNKNOWN_EXCEPTION', message: '', fields: [] };

function idIn(reader: JsonReader, tokens: JsonTokens): ApexId | null {
  const value = reader.read(tokens, T.Id);
  return value instanceof ApexId ? value : null;
}

function readProcess(reader: JsonReader, tokens: JsonTokens): ApprovalProcessResult {
  const ids: { entityId?: ApexId | null; instanceId?: ApexId | null } = {};
  const lists: { actorIds?: ApexId[]; newWorkitemIds?: ApexId[] } = {};
  let status: string | null = null;
  let errors: readonly DmlError[] = [];
  let success = true;
  reader.fields(tokens, (name) => {
    if (name === 'entityId' || name === 'instanceId') ids[name] = idIn(reader, tokens);
    else if (name === 'actorIds' || name === 'newWorkitemIds') lists[name] = readIds(reader, tokens);
    else if (name === 'instanceStatus') status = reader.read(tokens, T.String) as string | null;
    else if (name === 'success') success = reader.read(tokens, T.Boolean) === true;
    else if (name === 'errors') errors = readErrors(reader, tokens);
    else tokens.skipChildren();
  });
  return new ApprovalProcessResult({
    entityId: ids.entityId ?? null,
    instanceId: ids.instanceId ?? null,
    status,
    actorIds: lists.actorIds ?? [],
    workitemIds: lists.newWorkitemIds ?? [],
    errors: success || errors.length > 0 ? errors : [unknownError]
  });
}

function readIds(reader: JsonReader, tokens: JsonTokens): ApexId[] {
  const list = reader.read(tokens, listOf(T.Id));
  return list instanceof ApexList ? list.items.filter((item) => item instanceof ApexId) : [];
}

function readConversion(reader: JsonReader, tokens: JsonTokens): LeadConvertResult {
  const ids: Record<string, ApexId | null> = {};
  let success = false;
  let errors: readonly DmlError[] = [];
  reader.fields(tokens, (name) => {
    if (name === 'success') success = reader.read(tokens, T.Boolean) === true;
    else if (name === 'errors') errors = readErrors(reader, tokens);
    // Public suites write these in small letters.
    else if (/^(lead|account|contact|opportunity)id$/i.test(name)) {
      const value = reader.read(tokens, T.Id);
      ids[name.toLowerCase()] = value instanceof ApexId ? value : null;
    } else tokens.skipChildren();
  });
  const { leadid = null, accountid = null, contactid = null, opportunityid = null } = ids;
  return new LeadConvertResult({
    leadId: leadid,
    accountId: accountid,
    contactId: contactid,
    opportunityId: opportunityid,
    success,
    errors
  });
}

function readErrors(reader: JsonReader, tokens: JsonTokens): DmlError[] {
  const element = { kind: 'platform', name: 'Database.Error', args: [] } as const;
  const list = reader.read(tokens, { kind: 'platform', name: 'List', args: [element] });
  if (!(list instanceof ApexList)) return [];
  return list.items.flatMap((item) => (item instanceof DatabaseError ? [item.error] : []));
}

function readRow(reader: JsonReader, tokens: JsonTokens, kind: ResultKind): DmlResult {
  let id: ApexId | null = null;
  let success = false;
  let created = false;
  let errors: DmlError[] = [];
  reader.fields(tokens, (name) => {
    if (name === 'id') {
      // A text that is no id is taken, too: public tests make results with the id "null".
      id = ApexId.parse(String(reader.read(tokens, T.String) ?? '')) ?? null;
    } else if (name === 'success') success = reader.read(tokens, T.Boolean) === true;
    else if (name === 'created') created = reader.read(tokens, T.Boolean) === true;
    else if (name === 'errors') errors = readErrors(reader, tokens);
    else tokens.skipChildren();
  });
  return new DmlResult(kind, { id, success, created, errors });
}

function readError(reader: JsonReader, tokens: JsonTokens): DmlError {
  let code = 'UNKNOWN_EXCEPTION';
  let message = '';
  let fields: readonly string[] = [];
  reader.fields(tokens, (name) => {
    if (name === 'statusCode') code = String(reader.read(tokens, T.String) ?? code);
    else if (name === 'message') message = String(reader.read(tokens, T.String) ?? '');
    else if (name === 'fields') {
      const list = reader.read(tokens, { kind: 'platform', name: 'List', args: [T.String] });
      fields = list instanceof ApexList ? list.items.map(String) : [];
    } else tokens.skipChildren();
  });
  return { code, message, fields };
}

function readActionResult(reader: JsonReader, tokens: JsonTokens): ActionResult {
  let success = false;
  let outputs = parameterMap();
  let errors: readonly ActionError[] = [];
  reader.fields(tokens, (name) => {
    if (name === 'success') success = reader.read(tokens, T.Boolean) === true;
    else if (name === 'outputParameters') {
      const map = reader.read(tokens, { kind: 'platform', name: 'Map', args: [T.String, T.Object] });
      if (map instanceof ApexMap) outputs = map as ApexMap<string>;
    } else if (name === 'errors') {
      const list = reader.read(tokens, { kind: 'platform', name: 'List', args: [errorType] });
      if (list instanceof ApexList) errors = list.items.flatMap((item) => (item instanceof ActionError ? [item] : []));
    } else tokens.skipChildren();
  });
  return new ActionResult({ success, outputs, errors, inputs: null, action: null });
}

function readActionError(reader: JsonReader, tokens: JsonTokens): ActionError {
  const texts: Record<string, string | null> = {};
  reader.fields(tokens, (name) => {
    if (name !== 'code' && name !== 'message') return tokens.skipChildren();
    const text = reader.read(tokens, T.String);
    texts[name] = text === null ? null : String(text);
  });
  return new ActionError(texts['code'] ?? null, texts['message'] ?? null);
}
