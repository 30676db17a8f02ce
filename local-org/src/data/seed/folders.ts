import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { readdirSync } from 'node:fs';
import { ApexBlob, type ApexId } from '../../kernel/scalars.js';
import type { MetadataComponent } from '../../schema/source-tree.js';
import { text } from '../../schema/xml.js';
import type { SeedParts } from './seed.js';

/** Name of the folder that stands for no folder: `unfiled$public`. */
const unfiled = /^unfiled\$/;

/** Folders of the project and what lies in them: reports, dashboards, email templates, documents. */
export function seedFolders(parts: SeedParts): void {
  for (const object of ['Report', 'Dashboard']) parts.forget(object);
  const folders = new Folders(parts);
  for (const type of ['Report', 'Dashboard', 'Email', 'Document'] as const) {
    for (const { name, xml } of parts.metadata.components(`${type.toLowerCase()}Folder`))
      folders.add(type, name, text(xml, 'name') ?? name, text(xml, 'accessType') ?? null);
  }
  for (const component of parts.metadata.components('report')) seedReport(parts, folders, component);
  for (const component of parts.metadata.components('dashboard')) seedDashboard(parts, folders, component);
  for (const component of parts.metadata.components('email')) seedTemplate(parts, folders, component);
  for (const component of parts.metadata.components('document')) seedDocument(parts, folders, component);
}

interface FolderRow {
  readonly id: ApexId | null;
  readonly label: string | null;
}

class Folders {
  private readonly parts: SeedParts;
  private readonly known = new Map<string, FolderRow>();
  constructor(parts: SeedParts) {
    this.parts = parts;
  }

  add(type: string, name: string, label: string, access: string | null): FolderRow {
    const id = this.parts.declare('Folder', `${type}/${name}`, {
      DeveloperName: name,
      Name: label,
      Type: type,
      AccessType: access ?? 'Public'
    });
    const row = { id, label };
    this.known.set(`${type}/${name}`, row);
    return row;
  }

  /** The folder in which a file lies; a project may leave out the folder's own file. */
  of(type: string, { file }: MetadataComponent): FolderRow {
    const name = basename(dirname(file));
    if (unfiled.test(name)) return { id: null, label: null };
    return this.known.get(`${type}/${name}`) ?? this.add(type, name, name, null);
  }
}

const formats: Readonly<Record<string, string>> = { MultiBlock: 'MultiBlock', Matrix: 'Matrix', Summary: 'Summary' };

function seedReport({ declare, administrator }: SeedParts, folders: Folders, component: MetadataComponent): void {
  const { name, xml } = component;
  const folder = folders.of('Report', component);
  declare('Report', `${folder.label ?? ''}/${name}`, {
    DeveloperName: name,
    Name: text(xml, 'name') ?? name,
    Description: text(xml, 'description') ?? null,
    FolderName: folder.label ?? 'Public Reports',
    Format: formats[text(xml, 'format') ?? ''] ?? 'Tabular',
    ReportTypeApiName: text(xml, 'reportType') ?? null,
    OwnerId: folder.id ?? administrator
  });
}

function seedDashboard({ declare, administrator }: SeedParts, folders: Folders, component: MetadataComponent): void {
  const { name, xml } = component;
  const folder = folders.of('Dashboard', component);
  declare('Dashboard', `${folder.label ?? ''}/${name}`, {
    DeveloperName: name,
    Title: text(xml, 'title') ?? name,
    Description: text(xml, 'description') ?? null,
    FolderId: folder.id ?? administrator,
    FolderName: folder.label,
    RunningUserId: administrator,
    Type: text(xml, 'dashboardType') ?? 'SpecifiedUser'
  });
}

function seedTemplate(parts: SeedParts, folders: Folders, component: MetadataComponent): void {
  const { name, xml, file } = component;
  const { declare, info, administrator } = parts;
  const folder = folders.of('Email', component);
  const content = file.replace(/-meta\.xml$/, '');
  const body = existsSync(content) ? readFileSync(content, 'utf8') : '';
  const type = text(xml, 'type') ?? 'text';
  const plain = type === 'text' ? body : (text(xml, 'textOnly') ?? null);
  declare('EmailTemplate', `${folder.label ?? ''}/${name}`, {
    DeveloperName: name,
    Name: text(xml, 'name') ?? name,
    Description: text(xml, 'description') ?? null,
    Subject: text(xml, 'subject') ?? null,
    TemplateType: type,
    TemplateStyle: text(xml, 'style') ?? 'none',
    Body: plain,
    HtmlValue: type === 'text' || type === 'visualforce' ? null : body,
    Markup: type === 'visualforce' ? body : null,
    Encoding: text(xml, 'encodingKey') ?? 'UTF-8',
    IsActive: text(xml, 'available') === 'true',
    FolderId: folder.id ?? info.id,
    FolderName: folder.label ?? 'Unfiled Public Classic Email Templates',
    UiType: 'Aloha',
    OwnerId: administrator
  });
}

function seedDocument({ declare, administrator }: SeedParts, folders: Folders, component: MetadataComponent): void {
  const { name, xml, file } = component;
  const content = readdirSync(dirname(file)).find(
    (entry) => !entry.endsWith('-meta.xml') && basename(entry, extname(entry)) === name
  );
  const path = content === undefined ? undefined : join(dirname(file), content);
  const body = path !== undefined && statSync(path).isFile() ? readFileSync(path) : new Uint8Array();
  declare('Document', `${basename(dirname(file))}/${name}`, {
    DeveloperName: name,
    Name: text(xml, 'name') ?? name,
    Description: text(xml, 'description') ?? null,
    FolderId: folders.of('Document', component).id ?? administrator,
    Body: new ApexBlob(new Uint8Array(body)),
    BodyLength: body.length,
    Type: content === undefined ? null : extname(content).slice(1),
    IsPublic: text(xml, 'public') === 'true',
    IsInternalUseOnly: text(xml, 'internalUseOnly') === 'true',
    Keywords: text(xml, 'keywords') ?? null,
    AuthorId: administrator
  });
}
