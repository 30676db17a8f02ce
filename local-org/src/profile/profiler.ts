import { CpuProfiler } from './cpu-profile.js';
import type { Profile } from './profile.js';
import { StatementProfile } from './statement-profile.js';

/** Measures this thread: its methods by sampling, the statements of the transactions that `statements` observes by the clock. */
export class Profiler {
  readonly statements = new StatementProfile();
  private readonly cpu = new CpuProfiler();

  static async start(): Promise<Profiler> {
    const profiler = new Profiler();
    await profiler.cpu.start();
    return profiler;
  }

  async stop(): Promise<Profile> {
    return { methods: await this.cpu.stop(), statements: this.statements.all() };
  }
}
