/** The demo customers and their history, as data. Money is decimal text in USD; days count back from the seeding day. */
export interface DemoLine {
  readonly item: string;
  readonly quantity: number;
}

export interface DemoDocument {
  readonly daysAgo: number;
  readonly reference: string;
  readonly lines: readonly DemoLine[];
}

export interface DemoInvoice extends DemoDocument {
  /** Payments applied to it. */
  readonly payments?: readonly { readonly daysAgo: number; readonly amount: string }[];
}

export interface DemoCustomer {
  readonly number: string;
  readonly displayName: string;
  readonly creditLimit: string;
  readonly blocked?: 'All';
  readonly paymentTermsCode: string;
  readonly addressLine1: string;
  readonly city: string;
  readonly state: string;
  readonly postCode: string;
  readonly email: string;
  readonly phoneNumber: string;
  readonly contact: { readonly displayName: string; readonly jobTitle: string; readonly email: string };
  readonly invoices: readonly DemoInvoice[];
  readonly openOrders: readonly DemoDocument[];
}

export const DEMO_CUSTOMERS: readonly DemoCustomer[] = [
  {
    number: '10000',
    displayName: 'Brightwater Marine',
    creditLimit: '25000.00',
    paymentTermsCode: '30 DAYS',
    addressLine1: '18 Quayside Road',
    city: 'Portland',
    state: 'ME',
    postCode: '04101',
    email: 'accounts@brightwater.example',
    phoneNumber: '+1 207 555 0142',
    contact: { displayName: 'Marta Lindqvist', jobTitle: 'Purchasing manager', email: 'marta@brightwater.example' },
    invoices: [
      {
        daysAgo: 100,
        reference: 'BW-4410',
        lines: [{ item: 'HL-100', quantity: 10 }],
        payments: [{ daysAgo: 68, amount: '1800.00' }]
      },
      { daysAgo: 75, reference: 'BW-4427', lines: [{ item: 'SVC-INST', quantity: 2 }] },
      {
        daysAgo: 45,
        reference: 'BW-4451',
        lines: [
          { item: 'HL-200', quantity: 4 },
          { item: 'SVC-INST', quantity: 2 }
        ],
        payments: [{ daysAgo: 9, amount: '500.00' }]
      },
      {
        daysAgo: 20,
        reference: 'BW-4468',
        lines: [
          { item: 'HL-400', quantity: 2 },
          { item: 'SVC-INST', quantity: 2 }
        ]
      },
      { daysAgo: 10, reference: 'BW-4480', lines: [{ item: 'HL-200', quantity: 10 }] }
    ],
    openOrders: [{ daysAgo: 2, reference: 'BW-4493', lines: [{ item: 'HL-200', quantity: 5 }] }]
  },
  {
    number: '10010',
    displayName: 'Hollis Freight',
    creditLimit: '40000.00',
    paymentTermsCode: '30 DAYS',
    addressLine1: '402 Dockside Avenue',
    city: 'Norfolk',
    state: 'VA',
    postCode: '23510',
    email: 'payables@hollisfreight.example',
    phoneNumber: '+1 757 555 0119',
    contact: { displayName: 'Jonas Hollis', jobTitle: 'Operations director', email: 'jonas@hollisfreight.example' },
    invoices: [
      {
        daysAgo: 14,
        reference: 'PO-77120',
        lines: [
          { item: 'HL-300', quantity: 10 },
          { item: 'HL-200', quantity: 3 },
          { item: 'SVC-CARE', quantity: 1 },
          { item: 'HL-100', quantity: 3 }
        ]
      }
    ],
    openOrders: []
  },
  {
    number: '10020',
    displayName: 'Cedar Ridge Outfitters',
    creditLimit: '5000.00',
    blocked: 'All',
    paymentTermsCode: '30 DAYS',
    addressLine1: '7 Timber Lane',
    city: 'Bend',
    state: 'OR',
    postCode: '97701',
    email: 'office@cedarridge.example',
    phoneNumber: '+1 541 555 0187',
    contact: { displayName: 'Priya Raman', jobTitle: 'Owner', email: 'priya@cedarridge.example' },
    invoices: [
      {
        daysAgo: 135,
        reference: 'CR-2209',
        lines: [
          { item: 'HL-100', quantity: 7 },
          { item: 'HL-200', quantity: 2 },
          { item: 'SVC-CARE', quantity: 1 },
          { item: 'SVC-INST', quantity: 4 }
        ]
      }
    ],
    openOrders: []
  },
  {
    number: '10030',
    displayName: 'Oakline Interiors',
    creditLimit: '15000.00',
    paymentTermsCode: '14 DAYS',
    addressLine1: '55 Millwork Street',
    city: 'Grand Rapids',
    state: 'MI',
    postCode: '49503',
    email: 'hello@oakline.example',
    phoneNumber: '+1 616 555 0154',
    contact: { displayName: 'Samuel Ortega', jobTitle: 'Project lead', email: 'samuel@oakline.example' },
    invoices: [],
    openOrders: []
  }
];
