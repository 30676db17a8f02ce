import { platformClass } from './define.js';
import { virtual } from './object.js';

/** Interfaces that project classes implement and library or project code calls. */
export const interfaceClasses = [
  platformClass({
    name: 'System.Callable',
    kind: 'interface',
    members: { 'Object call(String action, Map<String,Object> args)': virtual('call') }
  }),
  platformClass({
    name: 'System.StubProvider',
    kind: 'interface',
    members: {
      'Object handleMethodCall(Object stubbedObject, String stubbedMethodName, Type returnType, List<Type> listOfParamTypes, List<String> listOfParamNames, List<Object> listOfArgs)':
        virtual('handleMethodCall')
    }
  }),
  platformClass({
    name: 'System.InstallHandler',
    kind: 'interface',
    members: { 'void onInstall(InstallContext context)': virtual('onInstall') }
  }),
  platformClass({
    name: 'System.InstallContext',
    kind: 'interface',
    members: {
      'Id installerId()': virtual('installerId'),
      'Boolean isPush()': virtual('isPush'),
      'Boolean isUpgrade()': virtual('isUpgrade'),
      'Id organizationId()': virtual('organizationId'),
      'Version previousVersion()': { unsupported: 'package versions' }
    }
  }),
  platformClass({
    name: 'System.UninstallHandler',
    kind: 'interface',
    members: { 'void onUninstall(UninstallContext context)': virtual('onUninstall') }
  }),
  platformClass({
    name: 'System.UninstallContext',
    kind: 'interface',
    members: { 'Id organizationId()': virtual('organizationId'), 'Id uninstallerId()': virtual('uninstallerId') }
  }),
  platformClass({
    name: 'System.SandboxPostCopy',
    kind: 'interface',
    members: { 'void runApexClass(SandboxContext context)': virtual('runApexClass') }
  }),
  platformClass({
    name: 'System.SandboxContext',
    kind: 'interface',
    members: {
      'Id organizationId()': virtual('organizationId'),
      'Id sandboxId()': virtual('sandboxId'),
      'String sandboxName()': virtual('sandboxName')
    }
  })
];
