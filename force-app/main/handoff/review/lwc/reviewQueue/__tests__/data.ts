const duplicate = {
  index: 0,
  severity: 'HOLD',
  message: '"Brightwater" looks like "Brightwater Marine" (10000).',
  nextStep: 'Finance: decide.',
  fix: 'Account Number: 10000'
};

/** Two documents that finance decides on, and an order that waits for the first. */
export const queue = {
  canDecide: true,
  hasMore: false,
  straightThrough: 92.5,
  documentsInDays: 40,
  documents: [
    {
      itemId: 'a01000000000001AAA',
      documentType: 'Customer',
      recordName: 'Brightwater',
      recordId: '001000000000001AAA',
      accountName: 'Brightwater',
      amount: null,
      currencyCode: null,
      heldAt: '2026-11-20T10:00:00.000Z',
      owner: 'Finance',
      message: duplicate.message,
      nextStep: duplicate.nextStep,
      waits: false,
      findings: [duplicate]
    },
    {
      itemId: 'a01000000000002AAA',
      documentType: 'Sales Order',
      recordName: '00000101',
      recordId: '801000000000001AAA',
      accountName: 'Fairlead Supply',
      amount: 12000,
      currencyCode: 'USD',
      heldAt: '2026-11-21T10:00:00.000Z',
      owner: 'Finance',
      message: 'It exceeds the credit room.',
      nextStep: 'Finance: raise the limit.',
      waits: false,
      findings: [
        {
          index: 0,
          severity: 'HOLD',
          message: 'It exceeds the credit room.',
          nextStep: 'Finance: raise the limit.',
          fix: null
        }
      ]
    },
    {
      itemId: 'a01000000000003AAA',
      documentType: 'Sales Order',
      recordName: '00000102',
      recordId: '801000000000002AAA',
      accountName: 'Brightwater',
      amount: 100,
      currencyCode: 'USD',
      heldAt: '2026-11-21T11:00:00.000Z',
      owner: 'Sales',
      message: 'The customer is held.',
      nextStep: 'Finance: decide.',
      waits: true,
      findings: []
    }
  ]
};
