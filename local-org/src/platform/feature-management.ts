import { required } from '../runtime/arguments.js';
import { platformClass } from './define.js';

const packages = { unsupported: 'feature parameters of packages' };

export const featureManagementClass = platformClass({
  name: 'System.FeatureManagement',
  members: {
    'static Boolean checkPermission(String apiName)': (tx, name: string | null) =>
      tx.user.access.customPermission(required(name, 1)),
    'static void changeProtection(String apiName, String typeApiName, String protection)': packages,
    'static Boolean checkPackageBooleanValue(String apiName)': packages,
    'static Date checkPackageDateValue(String apiName)': packages,
    'static Integer checkPackageIntegerValue(String apiName)': packages,
    'static void setPackageBooleanValue(String apiName, Boolean value)': packages,
    'static void setPackageDateValue(String apiName, Date value)': packages,
    'static void setPackageIntegerValue(String apiName, Integer value)': packages
  }
});
