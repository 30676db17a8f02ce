import { api } from 'lwc';
import PanelBody from 'c/panelBody';

/** The card around every screen of Handoff: title, icon and actions (slot `actions`), and the states of what is in it. */
export default class Panel extends PanelBody {
  @api heading = '';
  @api iconName = '';
}
