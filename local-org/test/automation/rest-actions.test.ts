import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LocalOrg } from '../../src/org/local-org.js';
import { runAction } from '../../src/server/routes/actions.js';
import type { RouteContext } from '../../src/server/routes/route.js';
import { openOrg } from '../platform/org-table.js';
import { assignment, flowFile, num, ref, set, start, variable } from './flow-file.js';

let org: LocalOrg;
const ends: (() => void)[] = [];
beforeAll(async () => {
  org = await openOrg(
    {
      ...flowFile('Twice', {
        ...start('Double'),
        assignments: assignment('Double', [
          set('number', 'Add', ref('number')),
          set('texts', 'Add', ref('account.Name'))
        ]),
        variables: [
          variable('number', 'Number', { scale: 0 }),
          variable('texts', 'String', { isCollection: true }),
          variable('account', 'SObject', { objectType: 'Account', isOutput: false })
        ]
      }),
      ...flowFile('Fails', {
        ...start('Create'),
        recordCreates: {
          name: 'Create',
          label: 'Create',
          object: 'Account',
          inputAssignments: { field: 'NumberOfEmployees', value: num(1) }
        }
      }),
      'classes/Upper.cls': `public class Upper {
        @InvocableMethod public static List<String> upper(List<String> texts) {
          List<String> result = new List<String>();
          for (String text : texts) result.add(text.toUpperCase());
          return result;
        }
      }`
    },
    (work) => ends.push(work)
  );
});
afterAll(() => {
  org.close();
  for (const end of ends) end();
});

function post(type: string, name: string, body: unknown): { status: number; body: unknown } {
  return org.run({ userId: org.data.administratorId, origin: { kind: 'rest' } }, (tx) => {
    const task = { method: 'POST', path: '', body: new TextEncoder().encode(JSON.stringify(body)) };
    const result = runAction({ tx, task, params: [type, name] } as unknown as RouteContext);
    return { status: result.status, body: JSON.parse(new TextDecoder().decode(result.body)) as unknown };
  });
}

it('a flow runs once an input', () => {
  const account = { attributes: { type: 'Account' }, Name: 'Acme' };

  expect(post('flow', 'Twice', { inputs: [{ number: 2, texts: ['a'], account }, { number: 3 }] })).toEqual({
    status: 200,
    body: [
      {
        actionName: 'Twice',
        errors: null,
        isSuccess: true,
        outputValues: { Flow__InterviewStatus: 'Finished', number: 4, texts: ['a', 'Acme'] }
      },
      {
        actionName: 'Twice',
        errors: null,
        isSuccess: true,
        outputValues: { Flow__InterviewStatus: 'Finished', number: 6, texts: [null] }
      }
    ]
  });
});

it('a flow that fails is an error of its input', () => {
  expect(post('flow', 'Fails', { inputs: [{}] })).toMatchObject({
    status: 400,
    body: [
      {
        isSuccess: false,
        errors: [{ statusCode: 'FLOW_EXCEPTION', message: 'An unhandled fault has occurred in this flow' }]
      }
    ]
  });
});

it('an invocable method takes all inputs at once', () => {
  expect(post('apex', 'Upper', { inputs: [{ texts: 'a' }, { texts: 'b' }] })).toMatchObject({
    status: 200,
    body: [{ outputValues: { output: 'A' } }, { outputValues: { output: 'B' } }]
  });
});

it('an unknown action is not found', () => {
  expect(() => post('flow', 'None', {})).toThrow('The requested resource does not exist');
});
