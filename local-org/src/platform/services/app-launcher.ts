import type { ApexList } from '../../kernel/collections.js';
import type { ApexId } from '../../kernel/scalars.js';
import { required } from '../../runtime/arguments.js';
import { platformClass } from '../define.js';

/** AppLauncher.AppMenu: which apps people see, in which order. Nothing of it can be asked for in Apex; the shell has an order of its own. */
export const appMenuClass = platformClass({
  name: 'AppLauncher.AppMenu',
  members: {
    'static void setAppVisibility(Id appMenuItemId, Boolean isVisible)': (
      _tx,
      id: ApexId | null,
      isVisible: boolean | null
    ) => {
      required(id, 1);
      required(isVisible, 2);
    },
    'static void setOrgSortOrder(List<Id> appIds)': (_tx, ids: ApexList<ApexId> | null) => {
      required(ids, 1);
    },
    'static void setUserSortOrder(List<Id> appIds)': (_tx, ids: ApexList<ApexId> | null) => {
      required(ids, 1);
    }
  }
});
