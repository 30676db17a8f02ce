import { ApexList } from '../../kernel/collections.js';
import { type ApexEnumValue, ApexObject } from '../../kernel/object.js';
import { type ApexType, typeName } from '../../kernel/types.js';
import { UnsupportedFeature } from '../../kernel/unsupported.js';
import { required } from '../../runtime/arguments.js';
import { asyncException } from '../../runtime/exceptions.js';
import { dataValue } from '../data-class.js';
import { platformClass } from '../define.js';
import { callMethod } from '../../runtime/dispatch.js';
import { JobContext } from '../contexts.js';
import { retrieve } from './metadata-retrieve.js';

type Component = ApexObject | null;
const componentType: ApexType = { kind: 'platform', name: 'Metadata.Metadata', args: [] };

/** Metadata.DeployContainer: the components that Apex wants to deploy. */
class DeployContainer extends ApexObject {
  components: ApexObject[] = [];
  override apexType(): ApexType {
    return { kind: 'platform', name: 'Metadata.DeployContainer', args: [] };
  }
  /** Keeps the components that pass; true when there were others. */
  keep(passes: (component: ApexObject) => boolean): boolean {
    const before = this.components.length;
    this.components = this.components.filter(passes);
    return this.components.length < before;
  }
}

type Self = DeployContainer;

/** Apex Developer Guide, "Testing Metadata Deployments"; the refusal of deployments in tests is from memory. Only records of custom metadata types are deployed. The types of metadata themselves only hold values: see the catalogue. */
export const metadataClasses = [
  platformClass({
    name: 'Metadata.DeployContainer',
    members: {
      'Metadata.DeployContainer()': () => new DeployContainer(),
      'void addMetadata(Metadata.Metadata md)': (_tx, self: Self, component: Component) => {
        self.components.push(required(component, 1));
      },
      'List<Metadata.Metadata> getMetadata()': (_tx, self: Self) => new ApexList(componentType, [...self.components]),
      'Boolean removeMetadata(Metadata.Metadata md)': (_tx, self: Self, component: Component) =>
        self.keep((each) => each !== component),
      'Boolean removeMetadataByFullName(String fullName)': (_tx, self: Self, name: string | null) =>
        self.keep((each) => dataValue(each, 'fullName') !== name)
    }
  }),
  platformClass({
    name: 'Metadata.Operations',
    members: {
      'static Id enqueueDeployment(Metadata.DeployContainer container, Metadata.DeployCallback callback)': (
        tx,
        container: Self | null,
        callback: Component
      ) => {
        const { components } = required(container, 1);
        if (tx.test) throw asyncException('Metadata cannot be deployed from within a test');
        const other = components.find((each) => typeName(each.apexType()) !== 'Metadata.CustomMetadata');
        if (other) throw new UnsupportedFeature(`deploying ${typeName(other.apexType())} from Apex`);
        return tx.async.deploy(tx, components, callback);
      },
      'static List<Metadata.Metadata> retrieve(Metadata.MetadataType type, List<String> fullNames)': (
        tx,
        type: ApexEnumValue | null,
        fullNames: ApexList | null
      ) => new ApexList(componentType, retrieve(tx, required(type, 1), required(fullNames, 2)))
    }
  }),
  platformClass({
    name: 'Metadata.DeployCallbackContext',
    extensible: true,
    members: {
      'Metadata.DeployCallbackContext()': () => null,
      'Id getCallbackJobId()': (tx, self: ApexObject) =>
        self instanceof JobContext ? self.jobId : callMethod(tx, self, 'getCallbackJobId')
    }
  })
];
