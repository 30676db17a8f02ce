import { dataClass } from '../data-class.js';

const result = 'Process.PluginDescribeResult';
const parameter = {
  Name: 'String',
  Description: 'String',
  ParameterType: `${result}.ParameterType`,
  Required: 'Boolean'
};

/** What classes that implement Process.Plugin pass around (Apex Reference Guide, "Process Namespace"). */
export const processClasses = [
  dataClass({
    name: 'Process.PluginRequest',
    constructors: [['inputParameters']],
    properties: { inputParameters: 'Map<String,Object>' }
  }),
  dataClass({
    name: 'Process.PluginResult',
    constructors: [['outputParameters']],
    properties: { outputParameters: 'Map<String,Object>' }
  }),
  dataClass({
    name: `${result}.InputParameter`,
    constructors: [
      ['Name', 'ParameterType', 'Required'],
      ['Name', 'Description', 'ParameterType', 'Required']
    ],
    properties: parameter
  }),
  dataClass({
    name: `${result}.OutputParameter`,
    constructors: [
      ['Name', 'ParameterType'],
      ['Name', 'Description', 'ParameterType']
    ],
    properties: parameter
  })
];
