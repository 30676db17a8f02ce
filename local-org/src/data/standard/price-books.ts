import { amountOf, get, idAt, lookUp, set, storedText, type StandardRule } from './rule.js';

/** An entry takes name and code of its product; a product needs a standard price first, and has one entry a price book and currency. */
export const priceBookEntry: StandardRule = {
  complete(env, rows) {
    for (const { record } of rows) {
      const product = lookUp(env, 'Product2', idAt(record, 'Product2Id') ?? '', ['Name', 'ProductCode']);
      set(record, 'Name', storedText(product?.[0]));
      set(record, 'ProductCode', storedText(product?.[1]));
      if (get(record, 'UseStandardPrice') !== true) continue;
      const standard = env.connection.get(
        'SELECT e."UnitPrice" FROM "PricebookEntry" e JOIN "Pricebook2" b ON b."Id" = e."Pricebook2Id" AND b."IsStandard" = 1 WHERE e."Product2Id" = ? AND e."IsDeleted" = 0',
        [idAt(record, 'Product2Id')]
      );
      if (standard) set(record, 'UnitPrice', amountOf(standard[0]));
    }
  },
  check(env, row) {
    if (row.old) return;
    const product = idAt(row.record, 'Product2Id');
    const book = idAt(row.record, 'Pricebook2Id');
    const entries = env.connection.all(
      'SELECT e."Pricebook2Id", b."IsStandard" FROM "PricebookEntry" e JOIN "Pricebook2" b ON b."Id" = e."Pricebook2Id" WHERE e."Product2Id" = ? AND e."IsDeleted" = 0',
      [product]
    );
    const isStandard = lookUp(env, 'Pricebook2', book ?? '', ['IsStandard'])?.[0] === 1;
    if (!isStandard && !entries.some(([, standard]) => standard === 1)) {
      row.fail('STANDARD_PRICE_NOT_DEFINED', 'No standard price defined for this product', []);
    }
    if (entries.some(([id]) => id === book)) {
      row.fail('DUPLICATE_VALUE', 'This price definition already exists in this price book', []);
    }
  }
};
