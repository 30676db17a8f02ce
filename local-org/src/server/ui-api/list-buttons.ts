import type { MetadataComponent, MetadataSource, XmlNode } from '../../lightning/metadata-source.js';
import type { ListButton } from '../../lightning/protocol.js';
import type { ObjectModel } from '../../schema/model.js';
import { children, flag, text, texts } from '../../schema/xml.js';

/**
 * The custom buttons that an object's search layout puts on its list views. Those that lead to an address are shown; of other kinds
 * (Visualforce, JavaScript) there are none here.
 * https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/customobject.htm, SearchLayouts, listViewButtons
 */
export function listButtons(metadata: MetadataSource, model: ObjectModel): ListButton[] {
  return metadata
    .components('CustomObject')
    .filter(({ name }) => same(name, model.name))
    .flatMap(({ xml }) => children(xml, 'searchLayouts'))
    .flatMap((layout) => texts(layout, 'listViewButtons'))
    .flatMap((name) => buttonOf(metadata, `${model.name}.${name}`) ?? []);
}

function buttonOf(metadata: MetadataSource, fullName: string): ListButton | undefined {
  const link = metadata.components('WebLink').find(({ name }) => same(name, fullName));
  const url = link && text(link.xml, 'url');
  if (!link || url === undefined || !isListButton(link.xml)) return undefined;
  return {
    name: ownName(link),
    label: text(link.xml, 'masterLabel') ?? ownName(link).replaceAll('_', ' '),
    url,
    needsSelection: flag(link.xml, 'requireRowSelection'),
    newWindow: text(link.xml, 'openType') === 'newWindow'
  };
}

const isListButton = (xml: XmlNode): boolean =>
  text(xml, 'displayType') === 'massActionButton' && text(xml, 'linkType') === 'url';

const ownName = ({ name }: MetadataComponent): string => name.slice(name.indexOf('.') + 1);

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
