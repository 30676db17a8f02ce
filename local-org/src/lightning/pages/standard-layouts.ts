/** How records of a well-known object are laid out when the project brings no layout of its own. */
export interface StandardLayout {
  /** Left column, right column. */
  readonly fields: readonly [readonly string[], readonly string[]];
  /** Key fields under the title. */
  readonly highlights: readonly string[];
  /** Child relationships, in order. */
  readonly related: readonly string[];
}

/** After the page layouts of a new org. */
export const standardLayouts: Readonly<Record<string, StandardLayout>> = {
  Account: {
    fields: [
      [
        'Name',
        'ParentId',
        'AccountNumber',
        'Type',
        'Industry',
        'BillingStreet',
        'BillingCity',
        'BillingState',
        'BillingPostalCode',
        'BillingCountry',
        'Description'
      ],
      [
        'OwnerId',
        'Phone',
        'Fax',
        'Website',
        'AnnualRevenue',
        'NumberOfEmployees',
        'ShippingStreet',
        'ShippingCity',
        'ShippingState',
        'ShippingPostalCode',
        'ShippingCountry'
      ]
    ],
    highlights: ['Type', 'Phone', 'Website', 'OwnerId', 'Industry'],
    related: ['Contacts', 'Opportunities', 'Orders', 'Cases', 'Contracts']
  },
  Asset: {
    fields: [
      ['Name', 'AccountId', 'ContactId', 'Product2Id', 'SerialNumber', 'Description'],
      ['OwnerId', 'Status', 'InstallDate', 'PurchaseDate', 'Price', 'Quantity']
    ],
    highlights: ['AccountId', 'Product2Id', 'SerialNumber', 'InstallDate', 'Status'],
    related: ['Cases']
  },
  Campaign: {
    fields: [
      ['Name', 'Type', 'Status', 'IsActive', 'Description'],
      ['OwnerId', 'StartDate', 'EndDate', 'BudgetedCost', 'ActualCost']
    ],
    highlights: ['Type', 'Status', 'StartDate', 'EndDate'],
    related: ['CampaignMembers', 'Opportunities']
  },
  Case: {
    fields: [
      ['CaseNumber', 'ContactId', 'AccountId', 'Subject', 'Description'],
      ['OwnerId', 'Status', 'Priority', 'Origin', 'Type', 'Reason']
    ],
    highlights: ['Priority', 'Status', 'CaseNumber', 'OwnerId'],
    related: ['CaseComments']
  },
  Contact: {
    fields: [
      [
        'Salutation',
        'FirstName',
        'LastName',
        'AccountId',
        'Title',
        'Department',
        'MailingStreet',
        'MailingCity',
        'MailingState',
        'MailingPostalCode',
        'MailingCountry'
      ],
      ['OwnerId', 'Email', 'Phone', 'MobilePhone', 'Fax', 'Birthdate', 'ReportsToId', 'LeadSource', 'Description']
    ],
    highlights: ['Title', 'AccountId', 'Phone', 'Email', 'OwnerId'],
    related: ['Cases', 'Assets']
  },
  Contract: {
    fields: [
      ['ContractNumber', 'AccountId', 'Status', 'StartDate', 'ContractTerm', 'Description'],
      ['OwnerId', 'CustomerSignedId', 'CustomerSignedDate', 'CompanySignedId', 'CompanySignedDate']
    ],
    highlights: ['AccountId', 'Status', 'StartDate', 'EndDate'],
    related: ['Orders']
  },
  Lead: {
    fields: [
      ['Salutation', 'FirstName', 'LastName', 'Company', 'Title', 'LeadSource', 'Industry', 'Description'],
      ['OwnerId', 'Status', 'Rating', 'Email', 'Phone', 'MobilePhone', 'Website', 'NumberOfEmployees']
    ],
    highlights: ['Title', 'Company', 'Phone', 'Email'],
    related: ['CampaignMembers']
  },
  Opportunity: {
    fields: [
      ['Name', 'AccountId', 'Type', 'LeadSource', 'Pricebook2Id', 'Description'],
      ['OwnerId', 'CloseDate', 'StageName', 'Probability', 'Amount', 'NextStep', 'ForecastCategoryName']
    ],
    highlights: ['AccountId', 'CloseDate', 'Amount', 'StageName', 'OwnerId'],
    related: ['OpportunityLineItems', 'OpportunityContactRoles', 'Quotes', 'Orders']
  },
  OpportunityLineItem: {
    fields: [
      ['OpportunityId', 'Product2Id', 'ProductCode', 'Description'],
      ['Quantity', 'UnitPrice', 'ListPrice', 'Discount', 'TotalPrice', 'ServiceDate']
    ],
    highlights: ['OpportunityId', 'Product2Id', 'Quantity', 'UnitPrice', 'TotalPrice'],
    related: []
  },
  Order: {
    fields: [
      [
        'OrderNumber',
        'AccountId',
        'OpportunityId',
        'ContractId',
        'Status',
        'EffectiveDate',
        'EndDate',
        'Pricebook2Id',
        'Description'
      ],
      [
        'OwnerId',
        'Type',
        'TotalAmount',
        'PoNumber',
        'ActivatedDate',
        'BillToContactId',
        'ShipToContactId',
        'BillingStreet',
        'BillingCity',
        'BillingPostalCode',
        'BillingCountry'
      ]
    ],
    highlights: ['AccountId', 'Status', 'EffectiveDate', 'TotalAmount', 'OwnerId'],
    related: ['OrderItems']
  },
  OrderItem: {
    fields: [
      ['OrderItemNumber', 'OrderId', 'Product2Id', 'Description'],
      ['Quantity', 'UnitPrice', 'ListPrice', 'TotalPrice', 'ServiceDate', 'EndDate']
    ],
    highlights: ['OrderId', 'Product2Id', 'Quantity', 'UnitPrice', 'TotalPrice'],
    related: []
  },
  Pricebook2: {
    fields: [
      ['Name', 'Description'],
      ['IsActive', 'IsStandard']
    ],
    highlights: ['IsActive', 'IsStandard'],
    related: ['PricebookEntries']
  },
  PricebookEntry: {
    fields: [
      ['Pricebook2Id', 'Product2Id', 'ProductCode'],
      ['UnitPrice', 'IsActive', 'UseStandardPrice']
    ],
    highlights: ['Pricebook2Id', 'Product2Id', 'UnitPrice', 'IsActive'],
    related: []
  },
  Product2: {
    fields: [
      ['Name', 'ProductCode', 'Family', 'Description'],
      ['IsActive', 'StockKeepingUnit', 'QuantityUnitOfMeasure', 'DisplayUrl']
    ],
    highlights: ['ProductCode', 'Family', 'IsActive'],
    related: ['PricebookEntries', 'Assets']
  },
  Quote: {
    fields: [
      ['QuoteNumber', 'Name', 'OpportunityId', 'AccountId', 'ContactId', 'Description'],
      ['Status', 'ExpirationDate', 'Subtotal', 'Discount', 'TotalPrice', 'Tax', 'GrandTotal']
    ],
    highlights: ['OpportunityId', 'Status', 'ExpirationDate', 'GrandTotal'],
    related: ['QuoteLineItems']
  },
  Task: {
    fields: [
      ['Subject', 'WhoId', 'WhatId', 'Description'],
      ['OwnerId', 'Status', 'Priority', 'ActivityDate']
    ],
    highlights: ['WhoId', 'WhatId', 'Status', 'ActivityDate'],
    related: []
  }
};
