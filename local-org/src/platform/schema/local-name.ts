/** `Quote__c` for `acme__Quote__c`. */
export const withoutNamespace = (name: string): string => name.replace(/^[a-z]\w*?__(?=\w+?__\w+$)/i, '');
