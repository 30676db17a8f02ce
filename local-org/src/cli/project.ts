import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UsageError } from './arguments.js';

interface ProjectFile {
  readonly packageDirectories?: readonly { readonly path?: string }[];
  /** Settings of tools, where Salesforce's own leave them alone. */
  readonly plugins?: { readonly 'local-org'?: { readonly packages?: readonly string[] } };
}

/**
 * The source folders: those given, where a folder with an `sfdx-project.json` stands for its package directories; none given
 * means the project in the working directory. Throws UsageError when a folder is missing.
 */
export function sourceFolders(given: readonly string[], workingDirectory: string): string[] {
  if (given.length === 0) {
    if (!existsSync(join(workingDirectory, 'sfdx-project.json'))) {
      throw new UsageError(`There is no sfdx-project.json in ${workingDirectory}. Name the source with --source DIR.`);
    }
    return packageDirectories(workingDirectory);
  }
  const folders = given.flatMap((text) => {
    const folder = resolve(workingDirectory, text);
    if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new UsageError(`There is no folder ${folder}.`);
    return existsSync(join(folder, 'sfdx-project.json')) ? packageDirectories(folder) : [folder];
  });
  return [...new Set(folders)];
}

/** Folders with the metadata of packages that the project's orgs have installed: `plugins` → `local-org` → `packages`. */
function installedPackages(project: string, file: string, { plugins }: ProjectFile): string[] {
  return (plugins?.['local-org']?.packages ?? []).map((path) => {
    const folder = resolve(project, path);
    if (!existsSync(folder)) throw new UsageError(`There is no folder ${folder}, which ${file} names as a package.`);
    return folder;
  });
}

function packageDirectories(project: string): string[] {
  const file = join(project, 'sfdx-project.json');
  let content: ProjectFile;
  try {
    content = JSON.parse(readFileSync(file, 'utf8')) as ProjectFile;
  } catch (error) {
    throw new UsageError(`${file} is no valid JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const paths = (content.packageDirectories ?? []).flatMap((directory) => (directory.path ? [directory.path] : []));
  const folders = paths.map((path) => resolve(project, path)).filter((folder) => existsSync(folder));
  if (folders.length === 0) throw new UsageError(`None of the package directories of ${file} exists.`);
  return [...folders, ...installedPackages(project, file, content)];
}
