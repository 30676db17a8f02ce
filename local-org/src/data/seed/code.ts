import { existsSync, readFileSync } from 'node:fs';
import { Big } from 'bigdecimal.js';
import { ApexBlob } from '../../kernel/scalars.js';
import { text } from '../../schema/xml.js';
import type { SeedParts } from './seed.js';

/** Rows of the project's classes, triggers and static resources. */
export function seedCode({ metadata, declare }: SeedParts): void {
  for (const type of ['ApexClass', 'ApexTrigger'] as const) {
    for (const { name, file, xml } of metadata.components(type)) {
      const source = file.replace(/-meta\.xml$/, '');
      if (!existsSync(source)) continue;
      const body = readFileSync(source, 'utf8');
      declare(type, name, {
        Name: name,
        Body: body,
        LengthWithoutComments: body.replace(/\/\*[^]*?\*\/|\/\/.*/g, '').length,
        ApiVersion: Big(text(xml, 'apiVersion') ?? '67.0'),
        Status: text(xml, 'status') ?? 'Active'
      });
    }
  }
  for (const { name, xml } of metadata.components('StaticResource')) {
    const body = metadata.staticResource(name)?.body ?? new Uint8Array();
    declare('StaticResource', name, {
      Name: name,
      ContentType: text(xml, 'contentType') ?? null,
      Body: new ApexBlob(body),
      BodyLength: body.length
    });
  }
}
