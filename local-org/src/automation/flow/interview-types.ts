import { typeName } from '../../kernel/types.js';
import type { PlatformClass } from '../../platform/define.js';
import { interviewClass } from '../../platform/flow/interview.js';
import type { PlatformLibrary } from '../../platform/library.js';
import { apexTypeOf } from '../values.js';
import type { FlowCatalog } from './catalog.js';
import type { FlowModel } from './model.js';

const pattern = /^flow\.interview\.(\w+)$/i;

/** The library with a type for each flow of the project, made when code names it: `Flow.Interview.MyFlow`. */
export function libraryWithFlows(library: PlatformLibrary, flows: FlowCatalog): PlatformLibrary {
  const made = new Map<string, PlatformClass>();
  const typed = (name: string): PlatformClass | undefined => {
    const key = name.toLowerCase();
    const flow = made.has(key) ? undefined : flows.flow(pattern.exec(name)?.[1] ?? '');
    if (flow) made.set(key, interviewClass(flow.name, variableTypes(flow)));
    return made.get(key);
  };
  return {
    ...library,
    class: (name) => (pattern.test(name) ? typed(name) : library.class(name)),
    isCatalogued: (name) => library.isCatalogued(name)
  };
}

function variableTypes({ resources }: FlowModel): Map<string, string> {
  const types = new Map<string, string>();
  for (const model of resources.values()) {
    if (model.kind !== 'variable') continue;
    const type = typeName(apexTypeOf(model));
    types.set(model.name, model.dataType === 'Apex' ? 'Object' : model.collection ? `List<${type}>` : type);
  }
  return types;
}
