import type { MetadataService } from '../../kernel/services.js';
import type { PlatformClass } from '../define.js';
import { platformClass } from '../define.js';
import type { PlatformLibrary } from '../library.js';
import { ScriptObject } from './script.js';

const pattern = /^DataWeaveScriptResource\.(\w+)$/i;

interface ScriptMetadata extends Pick<MetadataService, 'dataWeaveScript'> {
  components(type: string): readonly { readonly name: string }[];
}

/** The type of one script of the project: `new DataWeaveScriptResource.MyScript()`. */
const scriptClass = (script: string): PlatformClass =>
  platformClass({
    name: `DataWeaveScriptResource.${script}`,
    extends: 'DataWeave.Script',
    members: { [`DataWeaveScriptResource.${script}()`]: (tx) => ScriptObject.named(tx, script) }
  });

/** The library with a type for each DataWeave script of the project, made when code names it; `names` are those of the scripts. */
export function libraryWithScripts(
  library: PlatformLibrary,
  metadata: ScriptMetadata
): { readonly library: PlatformLibrary; readonly names: readonly string[] } {
  const made = new Map<string, PlatformClass>();
  const names = metadata.components('DataWeaveResource').map(({ name }) => name);
  const typed = (written: string): PlatformClass | undefined => {
    const key = written.toLowerCase();
    const name = made.has(key) ? undefined : names.find((each) => each.toLowerCase() === key);
    if (name !== undefined) made.set(key, scriptClass(name));
    return made.get(key);
  };
  const find = (name: string): PlatformClass | undefined => {
    const script = pattern.exec(name)?.[1];
    return script === undefined ? library.class(name) : typed(script);
  };
  return { library: { ...library, class: find }, names };
}
