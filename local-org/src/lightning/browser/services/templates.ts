/** Where a region stands on wide screens: its place in the row order and its share of twelve columns. */
export interface RegionPlace {
  readonly order: number;
  readonly columns: number;
}

type Places = Readonly<Record<string, number>>;

/** Regions in reading order with their share of twelve columns; a region that is not named takes a whole row. */
const templates: Readonly<Record<string, Places>> = {
  recordHomeTemplateDesktop: { header: 12, main: 8, sidebar: 4 },
  recordHomeLeftSidebarTemplateDesktop: { header: 12, sidebar: 4, main: 8 },
  recordHomeTwoColEqualHeaderTemplateDesktop: { header: 12, leftcol: 6, rightcol: 6 },
  recordHomeThreeColTemplateDesktop: { header: 12, leftsidebar: 3, main: 6, rightsidebar: 3 },
  recordHomeThreeColHeaderTemplateDesktop: { header: 12, leftsidebar: 3, main: 6, rightsidebar: 3 },
  recordHomeWithSubheaderTemplateDesktop: { header: 12, subheader: 12, main: 8, sidebar: 4 },
  recordHomeSubheaderLeftSidebarTemplateDesktop: { header: 12, subheader: 12, sidebar: 4, main: 8 },
  appHomeTemplateTwoColumns: { left: 6, right: 6 },
  appHomeTemplateThreeColumns: { left: 4, main: 4, right: 4 },
  appHomeTemplateMainWithLeftSidebar: { header: 12, sidebar: 4, main: 8 },
  appHomeTemplateMainWithRightSidebar: { header: 12, main: 8, sidebar: 4 },
  desktopTemplate: { top: 8, sidebar: 4, bottomLeft: 4, bottomRight: 4 }
};

/** The place of a region in a template (`flexipage:recordHomeTemplateDesktop`). Templates that are not known stack their regions. */
export function placeOf(template: string, region: string): RegionPlace {
  const places = templates[template.replace(/^.*:/, '')] ?? {};
  const order = Object.keys(places).indexOf(region);
  return { order: order < 0 ? 99 : order, columns: places[region] ?? 12 };
}
