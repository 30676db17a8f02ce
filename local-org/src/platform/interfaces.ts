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
  })
];
