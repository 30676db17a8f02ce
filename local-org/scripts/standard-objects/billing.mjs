// What the Object Reference says of the platform's billing objects beyond types and rights: the fields that a new record must have
// (Create without Nillable), the values of picklists, the number that names a record. Lines as in overlay.mjs, but laid over the fields
// that are there. The documentation says nothing of the numbers' formats.
const number = 'autonumber(255) readonly auto={0000000000}';
const line = {
  Amount: 'currency(18,2) createonly required',
  InvoiceId: 'required',
  PaymentId: 'required',
  RefundId: 'required',
  Type: 'picklist(255) createonly required restricted values=Applied|Unapplied',
  HasBeenUnapplied: 'picklist(255) createonly required restricted values=NA|No|Yes'
};
const resultCodes = 'Decline|Indeterminate|PermanentFail|RequiresReview|Success|SystemError|ValidationError';
const summary = { OrderPaymentSummaryId: 'reference to=OrderPaymentSummary' };
const payment = {
  ...summary,
  Amount: 'currency(18,2) required',
  ProcessingMode: 'picklist(255) createonly required restricted values=External|Salesforce',
  SfResultCode: `picklist(255) restricted values=${resultCodes}`,
  Status: 'picklist(255) required restricted values=Canceled|Draft|Processed'
};
const entry = 'picklist(255) readonly restricted values=Adjustment|Charge|Tax';

export const billing = {
  CreditMemo: {
    prefix: '50g',
    name: 'DocumentNumber',
    fields: {
      DocumentNumber: number,
      CreationMode: 'picklist(255) readonly restricted values=External|Salesforce',
      Status: 'picklist(255) noncreateable restricted values=Canceled|Error|Pending|Posted'
    }
  },
  CreditMemoInvApplication: {
    name: 'CreditMemoInvoiceNumber',
    fields: {
      CreditMemoInvoiceNumber: number,
      HasBeenUnapplied: 'picklist(255) readonly restricted values=NA|No|Yes',
      Type: 'picklist(255) readonly restricted values=Applied|Unapplied'
    }
  },
  CreditMemoLine: { fields: { Type: entry } },
  Invoice: {
    prefix: '3tt',
    name: 'DocumentNumber',
    fields: {
      DocumentNumber: number,
      SettlementStatus:
        'picklist(255) readonly restricted values="Not Applicable|Not Settled|Partially Settled|Settled"',
      Status:
        'picklist(255) readonly restricted values="Canceled|Draft|Draft In Progress|Error|Pending|Posted|Posting In Progress|Void In Progress|Voided"'
    }
  },
  InvoiceLine: { fields: { Type: entry } },
  OrderPaymentSummary: { prefix: '0bM', fields: {} },
  Payment: {
    name: 'PaymentNumber',
    fields: {
      ...payment,
      PaymentNumber: number,
      Type: 'picklist(255) required restricted values=Capture|Sale'
    }
  },
  PaymentAuthorization: {
    name: 'PaymentAuthorizationNumber',
    fields: {
      ...payment,
      PaymentAuthorizationNumber: number,
      Status: 'picklist(255) required restricted values=Canceled|Draft|Failed|Pending|Processed'
    }
  },
  PaymentCredit: { fields: summary },
  PaymentGatewayLog: { fields: summary },
  PaymentGroup: { name: 'PaymentGroupNumber', fields: { PaymentGroupNumber: number } },
  PaymentLineInvoice: {
    name: 'PaymentLineInvoiceNumber',
    fields: { ...line, PaymentLineInvoiceNumber: number }
  },
  Refund: {
    name: 'RefundNumber',
    fields: {
      ...payment,
      RefundNumber: number,
      Type: 'picklist(255) required restricted values=NonReferenced|Referenced'
    }
  },
  RefundLinePayment: {
    name: 'RefundLinePaymentNumber',
    fields: {
      ...line,
      RefundLinePaymentNumber: number,
      Type: 'picklist(255) createonly required restricted values=Applied',
      HasBeenUnapplied: 'picklist(255) createonly required restricted values=No'
    }
  }
};
