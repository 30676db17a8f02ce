import type { CallListener } from '../../code/call-trace.js';
import type { ApexId } from '../../kernel/scalars.js';
import type { MemoryDebugLog } from '../../runtime/debug-log.js';

/**
 * METHOD_ENTRY, METHOD_EXIT, CONSTRUCTOR_ENTRY and CONSTRUCTOR_EXIT (Apex Developer Guide, "Working with Logs in the Developer
 * Console"): the line of the caller, the class's id, the signature.
 */
export function callLog(log: MemoryDebugLog, classId: (name: string) => ApexId | null): CallListener {
  const ids = new Map<string, string>();
  const idOf = (name: string): string => {
    const id = ids.get(name) ?? classId(name.split('.')[0] ?? name)?.value.slice(0, 15) ?? '';
    ids.set(name, id);
    return id;
  };
  return ({ kind, of, signature, line }) => {
    const at = line > 0 ? `[${line}]` : '[EXTERNAL]';
    if (kind === 'constructor') {
      log.event('APEX_CODE', 'FINE', `CONSTRUCTOR_ENTRY|${at}|${idOf(of)}|${signature}|${of}`);
      return () => log.event('APEX_CODE', 'FINE', `CONSTRUCTOR_EXIT|${at}|${signature}|${of}`);
    }
    const text = `${at}|${idOf(of)}|${of}.${signature}`;
    log.event('APEX_CODE', 'FINE', `METHOD_ENTRY|${text}`);
    return () => log.event('APEX_CODE', 'FINE', `METHOD_EXIT|${text}`);
  };
}
