import { LightningElement } from 'lwc';
import canSetUp from '@salesforce/customPermission/Handoff_Setup';
import canSync from '@salesforce/customPermission/Handoff_Sync';
import errors from '@salesforce/label/c.Handoff_OpsErrors';
import massSync from '@salesforce/label/c.Handoff_OpsMassSync';
import noAccess from '@salesforce/label/c.Handoff_OpsNoAccess';
import noAccessText from '@salesforce/label/c.Handoff_OpsNoAccessText';
import noSwitchesHeading from '@salesforce/label/c.Handoff_OpsNoSwitches';
import noSwitchesText from '@salesforce/label/c.Handoff_OpsNoSwitchesText';
import switches from '@salesforce/label/c.Handoff_OpsSwitches';
import title from '@salesforce/label/c.Handoff_OpsTitle';
import type { Explanation } from 'c/access';

/** Where the handoff is operated: what is stopped and why, the switches, and mass syncs. */
export default class OperationsHome extends LightningElement {
  label = { errors, massSync, switches, title };
  locked: Explanation | null = canSync ? null : { heading: noAccess, message: noAccessText };
  noSwitches: Explanation = { heading: noSwitchesHeading, message: noSwitchesText };
  maySwitch = Boolean(canSetUp);
}
