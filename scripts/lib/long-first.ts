import { relative, sep } from 'node:path';
import { BaseSequencer, type TestSpecification, type Vitest } from 'vitest/node';

/**
 * A sequencer for Vitest that begins with the named files, in this order, so that at the end no processor waits for another's
 * long file. A fresh clone has no times of an earlier run to go by.
 * @param files paths from the root
 */
export function longFirst(files: readonly string[]): new (ctx: Vitest) => BaseSequencer {
  return class extends BaseSequencer {
    override async sort(specifications: TestSpecification[]): Promise<TestSpecification[]> {
      const rank = ({ moduleId }: TestSpecification) => {
        const place = files.indexOf(relative(this.ctx.config.root, moduleId).split(sep).join('/'));
        return place < 0 ? files.length : place;
      };
      return (await super.sort(specifications)).sort((a, b) => rank(a) - rank(b));
    }
  };
}
