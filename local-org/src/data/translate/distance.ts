import type { SoqlOperand } from '../../soql/ast.js';
import { refuse } from './errors.js';
import type { Expression, Scope } from './scope.js';
import { operands } from './values.js';
import { decimalOf } from '../../runtime/conversion.js';
import type { TranslationContext } from './context.js';

/** Mean radius of the earth: the platform computes on a sphere, too. */
const radius: Readonly<Record<string, number>> = { km: 6371.0088, mi: 3958.7613 };

interface Place {
  readonly latitude: string;
  readonly longitude: string;
}

/**
 * `DISTANCE(Place__c, GEOLOCATION(37.7, -122.4), 'km')`: the length of the great circle, null when a place is not known.
 * https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_geolocate.htm
 */
export function distanceSql(scope: Scope, args: readonly SoqlOperand[]): Expression {
  const [from, to, unit] = args;
  const length = unit?.kind === 'string' ? radius[unit.value.toLowerCase()] : undefined;
  if (from?.kind !== 'field' || !to || length === undefined || args.length !== 3) {
    throw refuse('DISTANCE takes a location field, a location and the unit mi or km.');
  }
  const [a, b] = [
    fieldPlace(scope, from.path),
    to.kind === 'field' ? fieldPlace(scope, to.path) : givenPlace(scope, to)
  ];
  const latitudes = `sin(radians(${b.latitude} - ${a.latitude}) / 2)`;
  const longitudes = `sin(radians(${b.longitude} - ${a.longitude}) / 2)`;
  const cosines = `cos(radians(${a.latitude})) * cos(radians(${b.latitude}))`;
  const chord = `${latitudes} * ${latitudes} + ${cosines} * ${longitudes} * ${longitudes}`;
  return { sql: `(${2 * length} * asin(sqrt(min(1.0, ${chord}))))`, shape: { type: 'double' } };
}

/** The two fields behind a location or address, in degrees. */
function fieldPlace(scope: Scope, path: readonly string[]): Place {
  const [latitude, longitude] = scope.location(path).map(({ sql, shape }) => `(${sql} / 1e${shape.scale ?? 0})`);
  return { latitude: latitude ?? 'NULL', longitude: longitude ?? 'NULL' };
}

function givenPlace(scope: Scope, operand: SoqlOperand): Place {
  if (operand.kind !== 'function' || operand.name.toLowerCase() !== 'geolocation' || operand.args.length !== 2) {
    throw refuse('The second location of DISTANCE is a field or GEOLOCATION(latitude, longitude).');
  }
  const [latitude, longitude] = operand.args.map((arg) => degrees(scope.context, arg));
  return { latitude: latitude ?? 'NULL', longitude: longitude ?? 'NULL' };
}

function degrees(context: TranslationContext, operand: SoqlOperand): string {
  if (operand.kind === 'field' || operand.kind === 'function') throw refuse('GEOLOCATION takes two numbers.');
  const [found] = operands(context, operand);
  const value = found?.kind === 'value' ? decimalOf(found.value) : undefined;
  if (!value) throw refuse('GEOLOCATION takes two numbers.');
  return context.param(value.numberValue());
}
