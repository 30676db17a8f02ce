import checkAgain from '@salesforce/label/c.Handoff_ReviewCheckAgain';
import empty from '@salesforce/label/c.Handoff_ReviewEmpty';
import emptyText from '@salesforce/label/c.Handoff_ReviewEmptyText';
import more from '@salesforce/label/c.Handoff_ReviewMore';
import nothingChosen from '@salesforce/label/c.Handoff_ReviewNothingChosen';
import rate from '@salesforce/label/c.Handoff_ReviewRate';
import reason from '@salesforce/label/c.Handoff_ReviewReason';
import reasonHelp from '@salesforce/label/c.Handoff_ReviewReasonHelp';
import refresh from '@salesforce/label/c.Handoff_Refresh';
import release from '@salesforce/label/c.Handoff_ReviewRelease';
import selectAll from '@salesforce/label/c.Handoff_ReviewSelectAll';
import sendBack from '@salesforce/label/c.Handoff_ReviewSendBack';
import title from '@salesforce/label/c.Handoff_ReviewTitle';

export const label = {
  checkAgain,
  empty,
  emptyText,
  more,
  nothingChosen,
  rate,
  reason,
  reasonHelp,
  refresh,
  release,
  selectAll,
  sendBack,
  title
};
