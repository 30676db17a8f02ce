import canView from '@salesforce/customPermission/Handoff_View';
import noView from '@salesforce/label/c.Handoff_NoView';
import noViewText from '@salesforce/label/c.Handoff_NoViewText';

/** Why there is nothing to see, and what would change that. */
export interface Explanation {
  heading: string;
  message: string;
  /** A utility icon; information unless given. */
  iconName?: string;
}

/** What a user who may not see the ERP's figures is told; null for one who may. */
export const viewLock: Explanation | null = canView ? null : { heading: noView, message: noViewText };
