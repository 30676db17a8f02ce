// What the jar does not say about standard objects, written by hand from the object reference
// (https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/). A line reads
//   Field: type(length or precision,scale) flag flag=value …
// Flags: required, readonly (neither createable nor updateable), createonly, noncreateable, unique, restricted, idlookup,
// default=V, label=L, to=A,B, child=Relationship, delete=Cascade|Restrict, values=a|b, auto=FORMAT; values with spaces stand in double quotes.
// `made` lists all fields of an object that the jar lacks.

const leadSources = 'values="Web|Phone Inquiry|Partner Referral|Purchased List|Other"';
const industries =
  'values="Agriculture|Apparel|Banking|Biotechnology|Chemicals|Communications|Construction|Consulting|Education|Electronics|Energy|Engineering|Entertainment|Environmental|Finance|Food & Beverage|Government|Healthcare|Hospitality|Insurance|Machinery|Manufacturing|Media|Not For Profit|Recreation|Retail|Shipping|Technology|Telecommunications|Transportation|Utilities|Other"';
const ratings = 'values=Hot|Warm|Cold';
const salutations = 'values=Mr.|Ms.|Mrs.|Dr.|Prof.|Mx.';
const taskStatuses = 'values="Not Started|In Progress|Completed|Waiting on someone else|Deferred"';
const whats = 'to=Account,Asset,Campaign,Case,Contract,Opportunity,Order,Product2,Quote label="Related To ID"';
const whos = 'to=Contact,Lead label="Name ID"';
const addressLines = (prefix) => ({
  [`${prefix}Street`]: 'textarea(255)',
  [`${prefix}City`]: 'string(40)',
  [`${prefix}State`]: `string(80) label="${`${prefix} State/Province`.trim()}"`,
  [`${prefix}PostalCode`]: `string(20) label="${`${prefix} Zip/Postal Code`.trim()}"`,
  [`${prefix}Country`]: 'string(80)',
  [`${prefix}Latitude`]: 'double(18,15)',
  [`${prefix}Longitude`]: 'double(18,15)',
  [`${prefix}GeocodeAccuracy`]:
    'picklist(40) values=Address|NearAddress|Block|Street|ExtendedZip|Zip|Neighborhood|City|County|State|Unknown'
});
const personName = {
  LastName: 'string(80) required',
  FirstName: 'string(40)',
  Salutation: `picklist(40) ${salutations}`,
  Name: 'string(121) readonly label="Full Name"'
};

/** Object → { prefix, label, plural, name, sharing, fields }. */
export const overlay = {
  Account: {
    prefix: '001',
    fields: {
      Name: 'string(255) required label="Account Name"',
      AccountNumber: 'string(40)',
      AccountSource: `picklist(255) ${leadSources}`,
      AnnualRevenue: 'currency(18,0)',
      Description: 'textarea(32000) label="Account Description"',
      Fax: 'phone(40) label="Account Fax"',
      Industry: `picklist(255) ${industries}`,
      Jigsaw: 'string(20) label="Data.com Key"',
      NumberOfEmployees: 'int label=Employees',
      Ownership: 'picklist(255) values=Public|Private|Subsidiary|Other',
      ParentId: 'reference to=Account child=ChildAccounts label="Parent Account ID"',
      Phone: 'phone(40) label="Account Phone"',
      PhotoUrl: 'url(255) readonly',
      Rating: `picklist(255) ${ratings} label="Account Rating"`,
      Sic: 'string(20) label="SIC Code"',
      SicDesc: 'string(80) label="SIC Description"',
      Site: 'string(80) label="Account Site"',
      TickerSymbol: 'string(20)',
      Type: 'picklist(255) label="Account Type" values="Prospect|Customer - Direct|Customer - Channel|Channel Partner / Reseller|Installation Partner|Technology Partner|Other"',
      Website: 'url(255)',
      ...addressLines('Billing'),
      ...addressLines('Shipping')
    }
  },
  Contact: {
    prefix: '003',
    fields: {
      ...personName,
      AccountId: 'reference to=Account child=Contacts delete=Cascade label="Account ID"',
      AssistantName: 'string(40) label="Assistant’s Name"',
      AssistantPhone: 'phone(40) label="Asst. Phone"',
      Birthdate: 'date',
      Department: 'string(80)',
      Description: 'textarea(32000) label="Contact Description"',
      Email: 'email(80)',
      Fax: 'phone(40) label="Business Fax"',
      HomePhone: 'phone(40)',
      LeadSource: `picklist(255) ${leadSources}`,
      MobilePhone: 'phone(40)',
      OtherPhone: 'phone(40)',
      Phone: 'phone(40) label="Business Phone"',
      ReportsToId: 'reference to=Contact',
      Title: 'string(128)',
      EmailBouncedReason: 'string(255)',
      IsEmailBounced: 'boolean readonly',
      ...addressLines('Mailing'),
      ...addressLines('Other')
    }
  },
  Lead: {
    prefix: '00Q',
    fields: {
      ...personName,
      Company: 'string(255) required',
      Status:
        'picklist(255) required default="Open - Not Contacted" label=Status values="Open - Not Contacted|Working - Contacted|Closed - Converted|Closed - Not Converted"',
      Email: 'email(80)',
      Phone: 'phone(40)',
      MobilePhone: 'phone(40)',
      Title: 'string(128)',
      Description: 'textarea(32000)',
      Industry: `picklist(255) ${industries}`,
      LeadSource: `picklist(255) ${leadSources}`,
      Rating: `picklist(255) ${ratings}`,
      AnnualRevenue: 'currency(18,0)',
      NumberOfEmployees: 'int label=Employees',
      Website: 'url(255)',
      IsConverted: 'boolean readonly label=Converted',
      ConvertedDate: 'date readonly',
      ConvertedAccountId: 'reference to=Account readonly',
      ConvertedContactId: 'reference to=Contact readonly',
      ConvertedOpportunityId: 'reference to=Opportunity readonly',
      IsUnreadByOwner: 'boolean',
      ...addressLines('')
    }
  },
  Opportunity: {
    prefix: '006',
    fields: {
      Name: 'string(120) required label="Opportunity Name"',
      AccountId: 'reference to=Account child=Opportunities delete=Cascade label="Account ID"',
      Amount: 'currency(18,2)',
      CampaignId: 'reference to=Campaign child=Opportunities',
      CloseDate: 'date required',
      ContractId: 'reference to=Contract child=Opportunities',
      Description: 'textarea(32000)',
      ExpectedRevenue: 'currency(18,2) readonly label="Expected Amount"',
      Fiscal: 'string(6) readonly label="Fiscal Period"',
      FiscalQuarter: 'int readonly',
      FiscalYear: 'int readonly',
      ForecastCategory: 'picklist(40) readonly restricted values=Omitted|Pipeline|BestCase|MostLikely|Forecast|Closed',
      ForecastCategoryName: 'picklist(40) values="Omitted|Pipeline|Best Case|Commit|Closed" label="Forecast Category"',
      HasOpportunityLineItem: 'boolean readonly label="Has Line Item"',
      IsClosed: 'boolean readonly label=Closed',
      IsPrivate: 'boolean label=Private',
      IsWon: 'boolean readonly label=Won',
      LeadSource: `picklist(255) ${leadSources}`,
      NextStep: 'string(255)',
      Pricebook2Id: 'reference to=Pricebook2 label="Price Book ID"',
      Probability: 'percent(3,0) label="Probability (%)"',
      StageName:
        'picklist(255) required label=Stage values="Prospecting|Qualification|Needs Analysis|Value Proposition|Id. Decision Makers|Perception Analysis|Proposal/Price Quote|Negotiation/Review|Closed Won|Closed Lost"',
      SyncedQuoteId: 'reference to=Quote noncreateable',
      TotalOpportunityQuantity: 'double(18,2) label=Quantity',
      Type: 'picklist(255) label="Opportunity Type" values="Existing Customer - Upgrade|Existing Customer - Replacement|Existing Customer - Downgrade|New Customer"'
    }
  },
  OpportunityLineItem: {
    prefix: '00k',
    label: 'Opportunity Product',
    fields: {
      OpportunityId: 'reference to=Opportunity child=OpportunityLineItems delete=Cascade required createonly',
      PricebookEntryId: 'reference to=PricebookEntry child=OpportunityLineItems createonly delete=Restrict',
      Product2Id: 'reference to=Product2 child=OpportunityLineItems createonly',
      Name: 'string(376) readonly label="Opportunity Product Name"',
      ProductCode: 'string(255) readonly',
      Quantity: 'double(12,2) required',
      UnitPrice: 'currency(18,2) label="Sales Price"',
      TotalPrice: 'currency(18,2)',
      ListPrice: 'currency(18,2) readonly',
      Subtotal: 'currency(18,2) readonly',
      Discount: 'percent(5,2)',
      Description: 'string(255) label="Line Description"',
      ServiceDate: 'date label=Date',
      SortOrder: 'int'
    }
  },
  OpportunityContactRole: {
    prefix: '00K',
    name: 'Id',
    fields: {
      OpportunityId: 'reference to=Opportunity child=OpportunityContactRoles delete=Cascade required createonly',
      ContactId: 'reference to=Contact child=OpportunityContactRoles delete=Cascade required',
      Role: 'picklist(255) values="Business User|Decision Maker|Economic Buyer|Economic Decision Maker|Evaluator|Executive Sponsor|Influencer|Technical Buyer|Other"',
      IsPrimary: 'boolean label=Primary'
    }
  },
  AccountContactRelation: {
    prefix: '07k',
    name: 'Id',
    fields: {
      AccountId: 'reference to=Account child=AccountContactRelations delete=Cascade required createonly',
      ContactId: 'reference to=Contact child=AccountContactRelations delete=Cascade required createonly',
      Roles:
        'multipicklist(4099) values="Business User|Decision Maker|Economic Buyer|Executive Sponsor|Influencer|Other"',
      IsDirect: 'boolean readonly',
      IsActive: 'boolean default=true'
    }
  },
  AccountContactRole: {
    prefix: '02Z',
    name: 'Id',
    fields: {
      AccountId: 'reference to=Account child=AccountContactRoles delete=Cascade required createonly',
      ContactId: 'reference to=Contact child=AccountContactRoles delete=Cascade required'
    }
  },
  Product2: {
    prefix: '01t',
    label: 'Product',
    plural: 'Products',
    fields: {
      Name: 'string(255) required label="Product Name"',
      ProductCode: 'string(255)',
      Description: 'textarea(4000) label="Product Description"',
      DisplayUrl: 'url(1000)',
      ExternalId: 'string(255)',
      Family: 'picklist(255) label="Product Family" values=None',
      IsActive: 'boolean label=Active',
      QuantityUnitOfMeasure: 'picklist(255) values=Each',
      StockKeepingUnit: 'string(180) label="Product SKU"',
      IsArchived: 'boolean readonly'
    }
  },
  Pricebook2: {
    prefix: '01s',
    label: 'Price Book',
    fields: {
      Name: 'string(255) required label="Price Book Name"',
      Description: 'string(255)',
      IsActive: 'boolean label=Active',
      IsStandard: 'boolean readonly label="Is Standard Price Book"',
      IsArchived: 'boolean readonly'
    }
  },
  PricebookEntry: {
    prefix: '01u',
    label: 'Price Book Entry',
    plural: 'Price Book Entries',
    fields: {
      Name: 'string(255) readonly label="Product Name"',
      Pricebook2Id:
        'reference to=Pricebook2 child=PricebookEntries required createonly delete=Cascade label="Price Book ID"',
      Product2Id: 'reference to=Product2 child=PricebookEntries required createonly delete=Cascade label="Product ID"',
      ProductCode: 'string(255) readonly',
      UnitPrice: 'currency(18,2) required label="List Price"',
      UseStandardPrice: 'boolean',
      IsActive: 'boolean label=Active',
      IsArchived: 'boolean readonly'
    }
  },
  Order: {
    prefix: '801',
    name: 'OrderNumber',
    fields: {
      AccountId: 'reference to=Account child=Orders label="Account ID" delete=Restrict',
      ActivatedById: 'reference to=User readonly',
      ActivatedDate: 'datetime readonly',
      BillToContactId: 'reference to=Contact',
      CompanyAuthorizedById: 'reference to=User',
      ContractId: 'reference to=Contract child=Orders delete=Restrict label="Contract ID"',
      CustomerAuthorizedById: 'reference to=Contact',
      Description: 'textarea(32000) label="Order Description"',
      EffectiveDate: 'date required label="Order Start Date"',
      EndDate: 'date label="Order End Date"',
      IsReductionOrder: 'boolean createonly label="Reduction Order"',
      Name: 'string(80) label="Order Name"',
      OpportunityId: 'reference to=Opportunity child=Orders createonly label="Opportunity ID"',
      OrderNumber: 'autonumber(30) readonly auto={00000000}',
      OrderReferenceNumber: 'string(80)',
      OriginalOrderId: 'reference to=Order',
      PoDate: 'date label="PO Date"',
      PoNumber: 'string(80) label="PO Number"',
      Pricebook2Id: 'reference to=Pricebook2 label="Price Book ID"',
      QuoteId: 'reference to=Quote child=Orders createonly',
      ShipToContactId: 'reference to=Contact',
      Status: 'picklist(255) required values=Draft|Activated',
      StatusCode: 'picklist(40) noncreateable restricted label="Status Category" values=Draft|Activated',
      TotalAmount: 'currency(18,2) readonly label="Order Amount"',
      Type: 'picklist(40) label="Order Type" values=New|Renewal',
      ...addressLines('Billing'),
      ...addressLines('Shipping')
    }
  },
  OrderItem: {
    prefix: '802',
    label: 'Order Product',
    name: 'OrderItemNumber',
    fields: {
      AvailableQuantity: 'double(18,2) readonly',
      Description: 'string(255) label="Line Description"',
      EndDate: 'date',
      ListPrice: 'currency(18,2) createonly',
      OrderId: 'reference to=Order child=OrderItems required createonly delete=Cascade label="Order ID"',
      OrderItemNumber: 'autonumber(30) readonly auto={0000000000} label="Order Product Number"',
      OriginalOrderItemId: 'reference to=OrderItem createonly',
      PricebookEntryId: 'reference to=PricebookEntry child=OrderItems createonly delete=Restrict',
      Product2Id: 'reference to=Product2 child=OrderItems createonly label="Product ID"',
      Quantity: 'double(18,2) required',
      QuoteLineItemId: 'reference to=QuoteLineItem child=OrderItems createonly',
      ServiceDate: 'date label="Start Date"',
      TotalPrice: 'currency(18,2) readonly',
      UnitPrice: 'currency(18,2)'
    }
  },
  Quote: {
    prefix: '0Q0',
    fields: {
      Name: 'string(255) required label="Quote Name"',
      AccountId: 'reference to=Account child=Quotes readonly',
      OpportunityId: 'reference to=Opportunity child=Quotes required createonly delete=Cascade',
      ContactId: 'reference to=Contact child=Quotes',
      ContractId: 'reference to=Contract child=Quotes',
      Description: 'textarea(32000)',
      Discount: 'percent(5,2) readonly',
      Email: 'email(80)',
      ExpirationDate: 'date',
      Fax: 'phone(40)',
      GrandTotal: 'currency(18,2) readonly',
      IsSyncing: 'boolean readonly label=Syncing',
      LineItemCount: 'int readonly label="Line Items"',
      Phone: 'phone(40)',
      Pricebook2Id: 'reference to=Pricebook2 child=Quotes',
      QuoteNumber: 'autonumber(30) readonly auto={00000000}',
      ShippingHandling: 'currency(18,2) label="Shipping and Handling"',
      Status:
        'picklist(255) default=Draft values="Draft|Needs Review|In Review|Approved|Rejected|Presented|Accepted|Denied"',
      Subtotal: 'currency(18,2) readonly',
      Tax: 'currency(18,2)',
      TotalPrice: 'currency(18,2) readonly',
      ...addressLines('Billing'),
      ...addressLines('Shipping')
    }
  },
  QuoteLineItem: {
    prefix: '0QL',
    label: 'Quote Line Item',
    name: 'LineNumber',
    fields: {
      QuoteId: 'reference to=Quote child=QuoteLineItems required createonly delete=Cascade',
      LineNumber: 'autonumber(255) readonly auto={00000000} label="Line Item Number"',
      PricebookEntryId: 'reference to=PricebookEntry child=QuoteLineItems required createonly delete=Restrict',
      Product2Id: 'reference to=Product2 child=QuoteLineItems createonly',
      OpportunityLineItemId: 'reference to=OpportunityLineItem createonly',
      Quantity: 'double(12,2) required',
      UnitPrice: 'currency(18,2) required label="Sales Price"',
      Discount: 'percent(5,2)',
      ListPrice: 'currency(18,2) readonly',
      Subtotal: 'currency(18,2) readonly',
      TotalPrice: 'currency(18,2) readonly',
      Description: 'string(255) label="Line Item Description"',
      ServiceDate: 'date label=Date',
      SortOrder: 'int'
    }
  },
  Contract: {
    prefix: '800',
    name: 'ContractNumber',
    fields: {
      AccountId: 'reference to=Account child=Contracts required delete=Restrict',
      ActivatedById: 'reference to=User readonly',
      ActivatedDate: 'datetime readonly',
      CompanySignedId: 'reference to=User',
      ContractNumber: 'autonumber(30) readonly auto={00000000}',
      ContractTerm: 'int',
      CustomerSignedId: 'reference to=Contact',
      Description: 'textarea(32000)',
      EndDate: 'date readonly label="Contract End Date"',
      Name: 'string(80) label="Contract Name"',
      OwnerExpirationNotice: 'picklist(40) values=15|30|45|60|90|120',
      Pricebook2Id: 'reference to=Pricebook2 child=Contracts',
      SpecialTerms: 'textarea(4000)',
      StartDate: 'date label="Contract Start Date"',
      Status: 'picklist(40) default=Draft values="In Approval Process|Activated|Draft"',
      StatusCode:
        'picklist(40) noncreateable restricted values=Draft|InApproval|Activated|Terminated|Expired|Rejected|Negotiating|AwaitingSignature|SignatureDeclined|Signed|Canceled|Expired2',
      ...addressLines('Billing'),
      ...addressLines('Shipping')
    }
  },
  Asset: {
    prefix: '02i',
    fields: {
      Name: 'string(255) required label="Asset Name"',
      AccountId: 'reference to=Account child=Assets delete=Cascade',
      ContactId: 'reference to=Contact child=Assets',
      Product2Id: 'reference to=Product2 child=Assets',
      ParentId: 'reference to=Asset child=ChildAssets',
      RootAssetId: 'reference to=Asset readonly',
      Price: 'currency(18,0)',
      Quantity: 'double(12,2)',
      SerialNumber: 'string(80)',
      Status: 'picklist(255) values=Shipped|Installed|Registered|Obsolete|Purchased',
      Description: 'textarea(32000)'
    }
  },
  Case: {
    prefix: '500',
    name: 'CaseNumber',
    fields: {
      AccountId: 'reference to=Account child=Cases',
      AssetId: 'reference to=Asset child=Cases',
      CaseNumber: 'autonumber(30) readonly auto={00000000}',
      ClosedDate: 'datetime readonly label="Closed Date"',
      Comments: 'textarea(4000) label="Internal Comments"',
      ContactEmail: 'email(80) readonly',
      ContactId: 'reference to=Contact child=Cases',
      ContactPhone: 'phone(40) readonly',
      ContactMobile: 'phone(40) readonly',
      ContactFax: 'phone(40) readonly',
      Description: 'textarea(32000)',
      IsClosed: 'boolean readonly label=Closed',
      IsClosedOnCreate: 'boolean readonly',
      IsEscalated: 'boolean label=Escalated',
      Origin: 'picklist(255) label="Case Origin" values=Phone|Email|Web',
      ParentId: 'reference to=Case child=Cases label="Parent Case ID"',
      Priority: 'picklist(255) default=Medium values=High|Medium|Low',
      Reason:
        'picklist(255) label="Case Reason" values="Installation|Equipment Complexity|Performance|Breakdown|Equipment Design|Feedback|Other"',
      Status: 'picklist(255) default=New values=New|Working|Escalated|Closed',
      Subject: 'string(255)',
      SuppliedCompany: 'string(80) label=Company',
      SuppliedEmail: 'email(80) label="Email Address"',
      SuppliedName: 'string(80) label=Name',
      SuppliedPhone: 'string(40) label=Phone',
      Type: 'picklist(255) label="Case Type" values=Mechanical|Electrical|Electronic|Structural|Other'
    }
  },
  CaseComment: {
    prefix: '00a',
    name: 'Id',
    fields: {
      ParentId: 'reference to=Case child=CaseComments required createonly delete=Cascade',
      CommentBody: 'textarea(4000) label=Body',
      IsPublished: 'boolean label=Published'
    }
  },
  Campaign: {
    prefix: '701',
    fields: {
      Name: 'string(80) required label="Campaign Name"',
      ParentId: 'reference to=Campaign child=ChildCampaigns',
      Type: 'picklist(40) values="Conference|Webinar|Trade Show|Public Relations|Partners|Referral Program|Advertisement|Banner Ads|Direct Mail|Email|Telemarketing|Other"',
      Status: 'picklist(40) values="Planned|In Progress|Completed|Aborted" default=Planned',
      StartDate: 'date',
      EndDate: 'date',
      BudgetedCost: 'currency(18,0) label="Budgeted Cost in Campaign"',
      ActualCost: 'currency(18,0) label="Actual Cost in Campaign"',
      ExpectedRevenue: 'currency(18,0)',
      ExpectedResponse: 'percent(10,2)',
      NumberSent: 'double(18,0)',
      IsActive: 'boolean label=Active',
      Description: 'textarea(32000)'
    }
  },
  CampaignMember: {
    prefix: '00v',
    fields: {
      CampaignId: 'reference to=Campaign child=CampaignMembers required createonly delete=Cascade',
      ContactId: 'reference to=Contact child=CampaignMembers createonly delete=Cascade',
      LeadId: 'reference to=Lead child=CampaignMembers createonly delete=Cascade',
      Status: 'picklist(40) default=Sent values=Sent|Responded',
      HasResponded: 'boolean readonly label=Responded',
      Name: 'string(255) readonly',
      FirstName: 'string(40) readonly',
      LastName: 'string(80) readonly',
      Email: 'email(80) readonly',
      Type: 'picklist(40) readonly values=Contact|Lead'
    }
  },
  CampaignMemberStatus: {
    prefix: '01Y',
    name: 'Label',
    fields: {
      CampaignId: 'reference to=Campaign child=CampaignMemberStatuses required createonly delete=Cascade',
      Label: 'string(765) required'
    }
  },
  Task: {
    prefix: '00T',
    name: 'Subject',
    fields: {
      AccountId: 'reference to=Account readonly',
      ActivityDate: 'date label="Due Date Only"',
      Description: 'textarea(32000)',
      IsClosed: 'boolean readonly label=Closed',
      IsHighPriority: 'boolean readonly label="High Priority"',
      OwnerId: 'reference to=User,Group required label="Assigned To ID"',
      Priority: 'picklist(255) required default=Normal values=High|Normal|Low',
      Status: `picklist(255) required default="Not Started" ${taskStatuses}`,
      Subject: 'combobox(255) values="Call|Send Letter|Send Quote|Email|Other"',
      TaskSubtype: 'picklist(40) createonly default=Task values="Task|Email|List Email|Cadence|Call|LinkedIn"',
      Type: 'picklist(255) values=Call|Meeting|Other|Email|Prep',
      WhatId: `reference ${whats} child=Tasks`,
      WhoId: `reference ${whos} child=Tasks`,
      WhatCount: 'int readonly',
      WhoCount: 'int readonly',
      CallType: 'picklist(40) values=Internal|Inbound|Outbound',
      IsArchived: 'boolean readonly',
      CompletedDateTime: 'datetime readonly'
    }
  },
  Event: {
    prefix: '00U',
    name: 'Subject',
    fields: {
      AccountId: 'reference to=Account readonly',
      ActivityDate: 'date label="Due Date Only"',
      ActivityDateTime: 'datetime label="Due Date Time"',
      Description: 'textarea(32000)',
      DurationInMinutes: 'int label=Duration',
      EndDateTime: 'datetime',
      StartDateTime: 'datetime',
      EndDate: 'date readonly',
      IsAllDayEvent: 'boolean label="All-Day Event"',
      Location: 'string(255)',
      OwnerId: 'reference to=User,Calendar required label="Assigned To ID"',
      ShowAs: 'picklist(40) default=Busy values=Busy|OutOfOffice|Free',
      Subject: 'combobox(255) values="Call|Email|Meeting|Send Letter/Quote|Other"',
      EventSubtype: 'picklist(40) createonly default=Event values=Event',
      Type: 'picklist(255) values=Email|Meeting|Other|Call',
      WhatId: `reference ${whats} child=Events`,
      WhoId: `reference ${whos} child=Events`,
      IsArchived: 'boolean readonly'
    }
  },
  EventRelation: {
    prefix: '0RE',
    name: 'Id',
    fields: {
      EventId: 'reference to=Event child=EventRelations required createonly delete=Cascade',
      RelationId: 'reference to=Contact,Lead,User,Account,Opportunity required createonly'
    }
  },
  TaskRelation: {
    prefix: '0RT',
    name: 'Id',
    fields: {
      TaskId: 'reference to=Task child=TaskRelations required createonly delete=Cascade',
      RelationId: 'reference to=Contact,Lead,Account,Opportunity required createonly'
    }
  },
  User: {
    prefix: '005',
    fields: {
      ...personName,
      Salutation: undefined,
      Username: 'string(80) required unique',
      Email: 'email(128) required',
      Alias: 'string(8) required',
      CommunityNickname: 'string(40) label=Nickname',
      CompanyName: 'string(80)',
      ContactId: 'reference to=Contact child=Users createonly',
      AccountId: 'reference to=Account child=Users readonly',
      Division: 'string(80)',
      Department: 'string(80)',
      DefaultGroupNotificationFrequency: 'picklist(40) default=N values=P|D|W|N',
      DelegatedApproverId: 'reference to=Group,User',
      DigestFrequency: 'picklist(40) default=D values=D|W|N',
      EmailEncodingKey:
        'picklist(40) required restricted default=UTF-8 values=UTF-8|ISO-8859-1|Shift_JIS|ISO-2022-JP|EUC-JP|ks_c_5601-1987|Big5|GB2312|Big5-HKSCS|x-SJIS_0213',
      EmployeeNumber: 'string(20)',
      Extension: 'phone(40)',
      FederationIdentifier: 'string(512) unique label="SAML Federation ID"',
      IsActive: 'boolean default=true label=Active',
      LanguageLocaleKey:
        'picklist(40) required restricted default=en_US values=en_US|de|es|fr|it|ja|sv|ko|zh_TW|zh_CN|pt_BR|nl_NL|da|th|fi|ru|es_MX|no|en_GB|pl',
      LocaleSidKey:
        'picklist(40) required default=en_US values=en_US|en_GB|de_DE|fr_FR|es_ES|it_IT|ja_JP|nl_NL|pt_BR|de_CH|en_IE|en_AU|en_CA|fr_CH|fr_CA',
      TimeZoneSidKey:
        'picklist(40) required default="America/Los_Angeles" values="America/Los_Angeles|America/New_York|America/Chicago|America/Denver|Europe/London|Europe/Berlin|Europe/Paris|Asia/Tokyo|Asia/Kolkata|Australia/Sydney|GMT"',
      ManagerId: 'reference to=User child=ManagedUsers',
      MobilePhone: 'phone(40)',
      Phone: 'phone(40)',
      ProfileId: 'reference to=Profile child=Users required label="Profile ID"',
      ReceivesAdminInfoEmails: 'boolean',
      Title: 'string(80)',
      UserRoleId: 'reference to=UserRole child=Users label="Role ID"',
      UserType:
        'picklist(40) readonly default=Standard values=Standard|PowerPartner|PowerCustomerSuccess|CustomerSuccess|Guest|CspLitePortal|CsnOnly|SelfService|AutomatedProcess',
      UserPermissionsMarketingUser: 'boolean',
      UserPermissionsOfflineUser: 'boolean',
      ...addressLines('')
    }
  },
  Profile: {
    prefix: '00e',
    fields: {
      Name: 'string(255) required',
      Description: 'string(255)',
      UserLicenseId: 'reference to=UserLicense',
      UserType: 'picklist(40) readonly default=Standard values=Standard'
    }
  },
  UserLicense: {
    prefix: '100',
    fields: { Name: 'string(40)', MasterLabel: 'string(120)', LicenseDefinitionKey: 'string(40)' }
  },
  PermissionSet: {
    prefix: '0PS',
    fields: {
      Name: 'string(80) required label="Permission Set Name"',
      Label: 'string(80) required label="Permission Set Label"',
      Description: 'string(255)',
      IsOwnedByProfile: 'boolean readonly',
      IsCustom: 'boolean readonly default=true',
      ProfileId: 'reference to=Profile readonly',
      LicenseId: 'reference to=UserLicense createonly',
      NamespacePrefix: 'string(15) readonly',
      Type: 'picklist(40) readonly default=Regular values=Regular|Standard|Session|Profile|Group'
    }
  },
  PermissionSetAssignment: {
    prefix: '0Pa',
    name: 'Id',
    fields: {
      AssigneeId: 'reference to=User child=PermissionSetAssignments required createonly delete=Cascade',
      PermissionSetId: 'reference to=PermissionSet child=Assignments createonly delete=Cascade',
      PermissionSetGroupId: 'reference to=PermissionSetGroup child=Assignments createonly',
      IsActive: 'boolean readonly default=true'
    }
  },
  PermissionSetGroup: {
    prefix: '0PG',
    name: 'DeveloperName',
    fields: { DeveloperName: 'string(80) required', MasterLabel: 'string(80) required' }
  },
  PermissionSetGroupComponent: {
    prefix: '0PM',
    name: 'Id',
    fields: {
      PermissionSetGroupId: 'reference to=PermissionSetGroup required',
      PermissionSetId: 'reference to=PermissionSet required'
    }
  },
  ObjectPermissions: {
    prefix: '110',
    name: 'Id',
    fields: {
      ParentId: 'reference to=PermissionSet child=ObjectPerms required createonly delete=Cascade',
      SobjectType: 'picklist(40) required createonly'
    }
  },
  FieldPermissions: {
    prefix: '01k',
    name: 'Id',
    fields: {
      ParentId: 'reference to=PermissionSet child=FieldPerms required createonly delete=Cascade',
      SobjectType: 'picklist(40) required createonly',
      Field: 'picklist(255) required createonly'
    }
  },
  SetupEntityAccess: {
    prefix: '0J0',
    name: 'Id',
    fields: {
      ParentId: 'reference to=PermissionSet child=SetupEntityAccessItems required createonly delete=Cascade',
      SetupEntityId: 'reference to=ApexClass,ApexPage,CustomPermission required createonly',
      SetupEntityType: 'picklist(255) readonly'
    }
  },
  CustomPermission: {
    prefix: '0CP',
    name: 'DeveloperName',
    fields: {
      DeveloperName: 'string(80) required',
      MasterLabel: 'string(80) required',
      NamespacePrefix: 'string(15) readonly'
    }
  },
  CustomPermissionDependency: { prefix: '0PD', name: 'Id' },
  UserRole: {
    prefix: '00E',
    fields: { Name: 'string(80) required', DeveloperName: 'string(80)', ParentRoleId: 'reference to=UserRole' }
  },
  Group: {
    prefix: '00G',
    fields: {
      Name: 'string(40) required',
      DeveloperName: 'string(80)',
      Type: 'picklist(40) createonly default=Regular values=Regular|Queue|Role|RoleAndSubordinates|Organization',
      Email: 'email(80)',
      RelatedId: 'reference to=User,UserRole readonly',
      OwnerId: 'reference to=Organization,User readonly',
      DoesSendEmailToMembers: 'boolean',
      DoesIncludeBosses: 'boolean default=true'
    }
  },
  GroupMember: {
    prefix: '011',
    name: 'Id',
    fields: {
      GroupId: 'reference to=Group child=GroupMembers required createonly delete=Cascade',
      UserOrGroupId: 'reference to=Group,User required createonly'
    }
  },
  QueueSobject: {
    prefix: '03g',
    name: 'Id',
    fields: {
      QueueId: 'reference to=Group child=QueueSobjects required createonly delete=Cascade',
      SobjectType: 'picklist(40) required createonly'
    }
  },
  Organization: {
    prefix: '00D',
    fields: {
      Name: 'string(80)',
      IsSandbox: 'boolean readonly',
      InstanceName: 'string(5) readonly',
      OrganizationType:
        'picklist(40) readonly values="Developer Edition|Enterprise Edition|Unlimited Edition|Professional Edition"',
      NamespacePrefix: 'string(15) readonly',
      TrialExpirationDate: 'datetime readonly',
      LanguageLocaleKey: 'picklist(40)',
      DefaultLocaleSidKey: 'picklist(40)',
      TimeZoneSidKey: 'picklist(40)',
      FiscalYearStartMonth: 'int readonly',
      Division: 'string(80)'
    }
  },
  RecordType: {
    prefix: '012',
    fields: {
      Name: 'string(80) required',
      DeveloperName: 'string(80) required',
      SobjectType: 'picklist(40) required createonly',
      IsActive: 'boolean',
      Description: 'string(255)',
      NamespacePrefix: 'string(15) readonly',
      BusinessProcessId: 'reference to=BusinessProcess'
    }
  },
  BusinessProcess: { prefix: '019' },
  BusinessHours: {
    prefix: '01m',
    fields: { Name: 'string(80) required', IsActive: 'boolean', IsDefault: 'boolean', TimeZoneSidKey: 'picklist(40)' }
  },
  Holiday: { prefix: '0C0' },
  AsyncApexJob: {
    prefix: '707',
    name: 'Id',
    fields: {
      ApexClassId: 'reference to=ApexClass',
      CronTriggerId: 'reference to=CronTrigger',
      ParentJobId: 'reference to=AsyncApexJob',
      JobType:
        'picklist(40) values=Future|SharingRecalculation|ScheduledApex|BatchApex|BatchApexWorker|TestRequest|TestWorker|ApexToken|Queueable',
      Status: 'picklist(40) values=Queued|Processing|Aborted|Completed|Failed|Preparing|Holding',
      ExtendedStatus: 'string(255)',
      MethodName: 'string(255)',
      LastProcessed: 'string(15)'
    }
  },
  CronTrigger: {
    prefix: '08e',
    name: 'Id',
    fields: {
      CronJobDetailId: 'reference to=CronJobDetail',
      CronExpression: 'string(255)',
      State: 'picklist(40) values=WAITING|ACQUIRED|EXECUTING|COMPLETE|ERROR|DELETED|PAUSED|BLOCKED|PAUSED_BLOCKED',
      TimeZoneSidKey: 'string(40)',
      OwnerId: 'reference to=User'
    }
  },
  CronJobDetail: { prefix: '08a', fields: { Name: 'string(255)', JobType: 'picklist(255) values=0|1|3|4|7|8|9' } },
  ApexClass: {
    prefix: '01p',
    fields: {
      Name: 'string(255)',
      Body: 'textarea(1000000)',
      NamespacePrefix: 'string(15)',
      Status: 'picklist(40) values=Inactive|Active|Deleted',
      ApiVersion: 'double(18,1)'
    }
  },
  ApexTrigger: {
    prefix: '01q',
    fields: {
      Name: 'string(255)',
      Body: 'textarea(1000000)',
      NamespacePrefix: 'string(15)',
      TableEnumOrId: 'picklist(40)',
      Status: 'picklist(40) values=Inactive|Active|Deleted',
      ApiVersion: 'double(18,1)'
    }
  },
  ApexPage: { prefix: '066' },
  ApexComponent: { prefix: '099' },
  ApexLog: { prefix: '07L', name: 'Id' },
  ApexTestResult: { prefix: '07M', name: 'Id' },
  ApexTestQueueItem: { prefix: '709', name: 'Id' },
  ApexTestRunResult: { prefix: '05m', name: 'Id' },
  Attachment: {
    prefix: '00P',
    fields: {
      Name: 'string(255) required label="File Name"',
      ParentId:
        'reference to=Account,Asset,Campaign,Case,Contact,Contract,EmailMessage,EmailTemplate,Event,Lead,Opportunity,Order,Product2,Quote,Solution,Task child=Attachments required createonly delete=Cascade',
      Body: 'base64 required',
      BodyLength: 'int readonly',
      ContentType: 'string(120)',
      IsPrivate: 'boolean label=Private',
      Description: 'textarea(500)',
      OwnerId: 'reference to=User,Calendar'
    }
  },
  Note: {
    prefix: '002',
    name: 'Title',
    fields: {
      Title: 'string(80) required',
      Body: 'textarea(32000)',
      ParentId:
        'reference to=Account,Asset,Campaign,Case,Contact,Contract,Lead,Opportunity,Order,Product2,Quote child=Notes required createonly delete=Cascade',
      IsPrivate: 'boolean'
    }
  },
  ContentVersion: {
    prefix: '068',
    name: 'Title',
    fields: {
      Title: 'string(255) required',
      PathOnClient: 'string(500) createonly',
      VersionData: 'base64',
      ContentDocumentId: 'reference to=ContentDocument child=ContentVersions createonly delete=Cascade',
      ContentUrl: 'url(1300)',
      ContentSize: 'int readonly label=Size',
      Description: 'textarea(1000)',
      FileExtension: 'string(40) readonly',
      FileType: 'string(20) readonly',
      FirstPublishLocationId:
        'reference to=Account,Asset,Campaign,Case,Contact,ContentWorkspace,Contract,Lead,Opportunity,Order,Organization,Product2,Quote,User createonly',
      IsLatest: 'boolean readonly',
      IsMajorVersion: 'boolean createonly default=true',
      Origin: 'picklist(40) createonly default=C values=C|H',
      OwnerId: 'reference to=User',
      ContentLocation: 'picklist(40) createonly default=S values=S|E|L',
      PublishStatus: 'picklist(40) readonly default=U values=U|P|R',
      ReasonForChange: 'string(1000)',
      SharingOption: 'picklist(40) default=A values=A|R',
      SharingPrivacy: 'picklist(40) default=N values=N|P',
      VersionNumber: 'string(20) readonly',
      Checksum: 'string(50) readonly',
      TextPreview: 'string(255) readonly',
      VersionDataUrl: 'url(255) readonly',
      ContentBodyId: 'reference createonly'
    }
  },
  ContentDocument: {
    prefix: '069',
    name: 'Title',
    fields: {
      Title: 'string(255) required noncreateable',
      LatestPublishedVersionId: 'reference to=ContentVersion readonly',
      FileExtension: 'string(40) readonly',
      FileType: 'string(20) readonly',
      ContentSize: 'int readonly',
      OwnerId: 'reference to=User noncreateable',
      PublishStatus: 'picklist(40) readonly values=U|P|R',
      ParentId: 'reference to=ContentWorkspace',
      Description: 'textarea(1000)',
      SharingOption: 'picklist(40) values=A|R',
      SharingPrivacy: 'picklist(40) default=N values=N|P'
    }
  },
  ContentDocumentLink: {
    prefix: '06A',
    name: 'Id',
    fields: {
      ContentDocumentId: 'reference to=ContentDocument child=ContentDocumentLinks required createonly delete=Cascade',
      LinkedEntityId:
        'reference to=Account,Asset,Campaign,Case,Contact,ContentWorkspace,Contract,EmailMessage,Event,Lead,Opportunity,Order,OrderItem,Organization,Product2,Quote,Task,User child=ContentDocumentLinks required createonly',
      ShareType: 'picklist(40) default=V values=V|C|I',
      Visibility: 'picklist(40) default=AllUsers values=AllUsers|InternalUsers|SharedUsers'
    }
  },
  ContentWorkspace: { prefix: '058' },
  Document: { prefix: '015', fields: { FolderId: 'reference to=Folder,User required' } },
  Folder: { prefix: '00l' },
  StaticResource: { prefix: '081' },
  EmailMessage: {
    prefix: '02s',
    name: 'Name',
    fields: {
      ParentId: 'reference to=Case child=EmailMessages',
      RelatedToId: 'reference to=Account,Asset,Campaign,Case,Contract,Opportunity,Order,Product2,Quote child=Emails',
      Subject: 'string(3000)',
      TextBody: 'textarea(131072)',
      HtmlBody: 'textarea(131072)',
      FromAddress: 'email(1000)',
      FromName: 'string(1000)',
      ToAddress: 'string(4000)',
      CcAddress: 'string(4000)',
      BccAddress: 'string(4000)',
      ToIds: 'junctionidlist',
      CcIds: 'junctionidlist',
      BccIds: 'junctionidlist',
      ContentDocumentIds: 'junctionidlist',
      Status: 'picklist(40) values=0|1|2|3|4|5',
      MessageDate: 'datetime',
      Incoming: 'boolean label="Is Incoming"'
    }
  },
  EmailTemplate: {
    prefix: '00X',
    fields: {
      FolderId: 'reference to=Folder,Organization,User',
      DeveloperName: 'string(80) required',
      HtmlValue: 'textarea(384000)',
      Body: 'textarea(384000)',
      Subject: 'string(230)',
      TemplateType: 'picklist(40) values=text|html|custom|visualforce'
    }
  },
  OrgWideEmailAddress: { prefix: '0D2', name: 'DisplayName' },
  FeedItem: {
    prefix: '0D5',
    name: 'Id',
    fields: {
      ParentId: 'reference to=Account,Case,Contact,Lead,Opportunity,Order,User,CollaborationGroup required createonly',
      Body: 'textarea(10000)',
      Type: 'picklist(40) values=TextPost|ContentPost|LinkPost|TrackedChange'
    }
  },
  FeedComment: {
    prefix: '0D7',
    name: 'Id',
    fields: {
      FeedItemId: 'reference to=FeedItem child=FeedComments required createonly delete=Cascade',
      CommentBody: 'textarea(10000)'
    }
  },
  CollaborationGroup: { prefix: '0F9' },
  CollaborationGroupMember: { prefix: '0FB', name: 'Id' },
  Network: { prefix: '0DB' },
  NetworkMember: { prefix: '0DO', name: 'Id' },
  Site: { prefix: '0DM' },
  Topic: { prefix: '0TO' },
  TopicAssignment: { prefix: '0TA', name: 'Id' },
  AuthSession: { prefix: '0Ak', name: 'Id' },
  AuthProvider: { prefix: '0SO', name: 'DeveloperName' },
  LoginHistory: { prefix: '0Ya', name: 'Id' },
  NamedCredential: { prefix: '0XA', name: 'DeveloperName' },
  ExternalDataSource: { prefix: '0XC', name: 'DeveloperName' },
  ProcessInstance: { prefix: '04g', name: 'Id' },
  ProcessInstanceStep: { prefix: '04h', name: 'Id' },
  ProcessInstanceWorkitem: { prefix: '04i', name: 'Id' },
  ProcessDefinition: { prefix: '04a' },
  ProcessNode: { prefix: '04b' },
  Individual: { prefix: '0PK', fields: personName },
  ListView: { prefix: '00B' },
  Report: { prefix: '00O' },
  Dashboard: { prefix: '01Z', name: 'Title' },
  Period: { prefix: '026', name: 'Id' },
  FiscalYearSettings: { prefix: '022' },
  CurrencyType: { prefix: '01L', name: 'IsoCode' },
  DatedConversionRate: { prefix: '04w', name: 'Id' },
  OpportunityStage: { prefix: '01J', name: 'MasterLabel' },
  OpportunityHistory: {
    prefix: '008',
    name: 'Id',
    fields: { OpportunityId: 'reference to=Opportunity child=OpportunityHistories' }
  },
  OpportunityFieldHistory: {
    prefix: '017',
    name: 'Id',
    fields: { OpportunityId: 'reference to=Opportunity child=Histories' }
  },
  OpportunityTeamMember: {
    prefix: '00q',
    name: 'Id',
    fields: {
      OpportunityId: 'reference to=Opportunity child=OpportunityTeamMembers required delete=Cascade',
      UserId: 'reference to=User required'
    }
  },
  AccountShare: {
    prefix: '00r',
    name: 'Id',
    fields: {
      AccountId: 'reference to=Account child=Shares required createonly delete=Cascade',
      UserOrGroupId: 'reference to=Group,User required createonly',
      RowCause: 'picklist(40) createonly values=Owner|Manual|Rule|Team|ImplicitChild|ImplicitParent',
      AccountAccessLevel: 'picklist(40) required values=Read|Edit|All',
      OpportunityAccessLevel: 'picklist(40) values=None|Read|Edit',
      CaseAccessLevel: 'picklist(40) values=None|Read|Edit',
      ContactAccessLevel: 'picklist(40) values=None|Read|Edit'
    }
  },
  ContactShare: {
    prefix: '03s',
    name: 'Id',
    fields: {
      ContactId: 'reference to=Contact child=Shares required createonly delete=Cascade',
      UserOrGroupId: 'reference to=Group,User required createonly',
      RowCause: 'picklist(40) createonly values=Owner|Manual|Rule',
      ContactAccessLevel: 'picklist(40) required values=Read|Edit|All'
    }
  },
  OpportunityShare: {
    prefix: '00t',
    name: 'Id',
    fields: {
      OpportunityId: 'reference to=Opportunity child=Shares required createonly delete=Cascade',
      UserOrGroupId: 'reference to=Group,User required createonly',
      RowCause: 'picklist(40) createonly values=Owner|Manual|Rule|Team',
      OpportunityAccessLevel: 'picklist(40) required values=Read|Edit|All'
    }
  },
  CaseShare: {
    prefix: '01n',
    name: 'Id',
    fields: {
      CaseId: 'reference to=Case child=Shares required createonly delete=Cascade',
      UserOrGroupId: 'reference to=Group,User required createonly',
      RowCause: 'picklist(40) createonly values=Owner|Manual|Rule',
      CaseAccessLevel: 'picklist(40) required values=Read|Edit|All'
    }
  },
  LeadShare: {
    prefix: '01o',
    name: 'Id',
    fields: {
      LeadId: 'reference to=Lead child=Shares required createonly delete=Cascade',
      UserOrGroupId: 'reference to=Group,User required createonly',
      RowCause: 'picklist(40) createonly values=Owner|Manual|Rule',
      LeadAccessLevel: 'picklist(40) required values=Read|Edit|All'
    }
  },
  AccountHistory: { name: 'Id' },
  ContactHistory: { name: 'Id' },
  CaseHistory: { name: 'Id' },
  LeadHistory: { name: 'Id' },
  OrderHistory: { name: 'Id' },
  AccountFeed: { name: 'Id' },
  ContactFeed: { name: 'Id' },
  CaseFeed: { name: 'Id' },
  OpportunityFeed: { name: 'Id' },
  OrderStatus: { name: 'MasterLabel' },
  CaseStatus: { name: 'MasterLabel' },
  LeadStatus: { name: 'MasterLabel' },
  TaskStatus: { name: 'MasterLabel' },
  TaskPriority: { name: 'MasterLabel' },
  ContractStatus: { name: 'MasterLabel' },
  PartnerRole: { name: 'MasterLabel' },
  Partner: { prefix: '00I', name: 'Id' },
  EntityDefinition: {
    name: 'QualifiedApiName',
    fields: { DurableId: 'string(255)', QualifiedApiName: 'string(70)', DeveloperName: 'string(255)' }
  },
  FieldDefinition: {
    name: 'QualifiedApiName',
    fields: {
      EntityDefinitionId: 'reference to=EntityDefinition child=Fields',
      DurableId: 'string(255)',
      QualifiedApiName: 'string(255)'
    }
  },
  EntityParticle: {
    name: 'QualifiedApiName',
    fields: {
      EntityDefinitionId: 'reference to=EntityDefinition',
      FieldDefinitionId: 'reference to=FieldDefinition'
    }
  },
  PicklistValueInfo: {
    name: 'Value',
    fields: { EntityParticleId: 'reference to=EntityParticle readonly' }
  },
  UserRecordAccess: { name: 'Id' },
  UserShare: { name: 'Id' },
  UserLogin: { prefix: '0Yw', name: 'Id' },
  UserPackageLicense: { prefix: '051', name: 'Id' },
  PackageLicense: { prefix: '050', name: 'NamespacePrefix' },
  EventBusSubscriber: { name: 'Name' },
  FlowDefinitionView: { name: 'Label' },
  FlowInterview: { prefix: '0Fo', fields: { FlowVersionViewId: 'string(512) readonly' } },
  DuplicateRecordSet: { prefix: '0GK' },
  DuplicateRecordItem: { prefix: '0GL' },
  Entitlement: { prefix: '550' },
  ServiceContract: { prefix: '810' },
  ContractLineItem: { prefix: '811', name: 'LineItemNumber' },
  ContractContactRole: { prefix: '02a', name: 'Id' },
  CaseContactRole: { prefix: '03j', name: 'Id' },
  CaseTeamMember: { prefix: '0B1', name: 'Id' },
  CaseTeamRole: { prefix: '0B7' },
  Solution: { prefix: '501', name: 'SolutionName' },
  Location: { prefix: '131' },
  WorkOrder: { prefix: '0WO', name: 'WorkOrderNumber' },
  WorkOrderLineItem: { prefix: '1WL', name: 'LineItemNumber' },
  ServiceAppointment: { prefix: '08p', name: 'AppointmentNumber' },
  ServiceResource: { prefix: '0Hn' },
  ServiceTerritory: { prefix: '0Hh' },
  OperatingHours: { prefix: '0OH' },
  SetupAuditTrail: { prefix: '0Ym', name: 'Id' },
  TenantUsageEntitlement: { prefix: '1uX', name: 'MasterLabel' },
  Name: { name: 'Name' },
  AggregateResult: { name: 'Id' },
  LightningExperienceTheme: { name: 'MasterLabel' },
  CustomNotificationType: { prefix: '0ML', name: 'CustomNotifTypeName' },
  Vote: { prefix: '083', name: 'Id' },
  LogoutEventStream: { name: 'Id' },
  LoginGeo: { prefix: '04F', name: 'Id' },
  Domain: { prefix: '0I4', name: 'Domain' },
  DomainSite: { prefix: '0Jf', name: 'Id' },
  ConnectedApplication: { prefix: '0H4' },
  InstalledMobileApp: { name: 'Id' },
  PlatformCachePartition: { prefix: '0Er', name: 'DeveloperName' },
  OpenActivity: { name: 'Subject' },
  ActivityHistory: { name: 'Subject' },
  CombinedAttachment: { name: 'Title' },
  NoteAndAttachment: { name: 'Title' },
  Calendar: { prefix: '023' },
  AppMenuItem: { prefix: '0DS' },
  ApexEmailNotification: { prefix: '05a', name: 'Id' },
  ApexTypeImplementor: { name: 'ClassName' },
  FlowVersionView: { name: 'Label' },
  FlowInterviewLog: { prefix: '0hy' },
  UserPreference: { prefix: '03u', name: 'Id' },
  AppTabMember: {
    name: 'Id',
    fields: { AppDefinitionId: 'string(512) readonly', TabDefinitionId: 'string(512) readonly' }
  },
  TabDefinition: { name: 'Name' },
  Publisher: { name: 'Name' },
  EventLogFile: { prefix: '0AT', name: 'Id' },
  LoginIp: { prefix: '710', name: 'Id' },
  UserAppMenuItem: { name: 'Id' },
  PermissionSetLicenseAssign: { prefix: '2LA', name: 'Id' },
  DuplicateRule: { prefix: '0Bm', name: 'DeveloperName' },
  MatchingRule: { prefix: '0JD', name: 'DeveloperName' },
  FeedLike: { prefix: '0I0', name: 'Id' },
  FeedAttachment: { prefix: '08F', name: 'Id' },
  FeedTrackedChange: { prefix: '0AF', name: 'Id' },
  EntitySubscription: { prefix: '0E8', name: 'Id' },
  RecentlyViewed: { name: 'Name' },
  ContentFolder: { prefix: '07H' },
  ContentAsset: { prefix: '03S', name: 'DeveloperName' },
  EmailMessageRelation: { prefix: '0nh', name: 'Id' },
  OrderShare: { name: 'Id' },
  CampaignShare: { prefix: '08s', name: 'Id' },
  ContractHistory: { name: 'Id' },
  AssetHistory: { name: 'Id' },
  Product2History: { name: 'Id' },
  OrderItemHistory: { name: 'Id' },
  BrandTemplate: { prefix: '016' },
  OutgoingEmail: { name: 'Id' },
  ProcessInstanceNode: { prefix: '0Gq', name: 'Id' },
  ApexTestSuite: { prefix: '05F', name: 'TestSuiteName' },
  TestSuiteMembership: { prefix: '05G', name: 'Id' },
  PushTopic: { prefix: '0IF' },
  StreamingChannel: { prefix: '0M6' },
  PlatformEventUsageMetric: { name: 'Name' },
  VerificationHistory: { name: 'Id' },
  OauthToken: { prefix: '0CQ', name: 'Id' },
  WorkType: { prefix: '08q' },
  ContentDistribution: { prefix: '05D' },
  AppDefinition: { name: 'DeveloperName' },
  Macro: { prefix: '0JZ' },
  QuickText: { prefix: '574' },
  Image: { prefix: '13b' },
  ContactPointEmail: { prefix: '9Ve', name: 'Name' },
  ContactPointPhone: { prefix: '9Vp', name: 'Name' },
  ContactPointAddress: { prefix: '8lW' },
  ContactRequest: { prefix: '17s', name: 'Name' },
  UserExternalCredential: {
    prefix: '0uX',
    name: 'Id',
    made: { Id: 'id', UserId: 'reference to=User', ExternalCredentialId: 'reference', ParameterAccess: 'string(255)' }
  }
};
