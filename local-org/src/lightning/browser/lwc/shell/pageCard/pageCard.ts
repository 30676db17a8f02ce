import { LightningElement } from 'lwc';

/** A white card around a piece of a page. */
export default class PageCard extends LightningElement {}
