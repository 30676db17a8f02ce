/**
 * Fields by which a parent may be named in DML, beside ids, external ids and unique fields: Object Reference, property "idLookup".
 */
const names =
  'ApexClass.Name ApexComponent.Name ApexPage.Name ApexTrigger.Name Asset.Name Attachment.Name BusinessHours.Name Calendar.Name ' +
  'Campaign.Name Case.CaseNumber CaseTeamRole.Name CollaborationGroup.Name Contact.Email ContentDocument.Title ContentFolder.Name ' +
  'ContentVersion.Title ContentWorkspace.Name Contract.ContractNumber CustomNotificationType.CustomNotifTypeName Dashboard.Title ' +
  'Document.Name EmailTemplate.Name Folder.Name Group.Name Holiday.Name Lead.Email ListView.Name Location.Name Macro.Name ' +
  'Network.Name Note.Title OperatingHours.Name Opportunity.Name Order.OrderNumber OrderItem.OrderItemNumber Organization.Name ' +
  'Pricebook2.Name ProcessDefinition.Name Product2.Name Profile.Name Quote.Name QuoteLineItem.LineNumber RecordType.Name Report.Name ' +
  'ServiceAppointment.AppointmentNumber ServiceResource.Name ServiceTerritory.Name Solution.SolutionName StaticResource.Name ' +
  'User.Email User.FederationIdentifier User.Username UserLicense.Name UserRole.Name WorkOrder.WorkOrderNumber WorkType.Name';
const known = new Set(names.toLowerCase().split(' '));

/** Whether the platform says so of a standard field. */
export const isDocumentedLookup = (object: string, field: string): boolean =>
  known.has(`${object}.${field}`.toLowerCase());
