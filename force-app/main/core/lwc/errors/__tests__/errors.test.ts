import { reduceErrors } from 'c/errors';

const plain = (message: string) => ({ code: 'UNEXPECTED', message, owner: null, nextStep: null });

describe('reduceErrors', () => {
  it.each([
    ['a text', 'No luck.', plain('No luck.')],
    ['a JavaScript error', new Error('No luck.'), plain('No luck.')],
    ['an Apex error', { body: { message: 'No luck.' } }, plain('No luck.')],
    ['a wire error of several parts', { body: [{ message: 'One.' }, { message: 'Two.' }] }, plain('One. Two.')],
    [
      'page and field errors of a save',
      { body: { message: 'Failed', pageErrors: [{ message: 'One.' }], fieldErrors: { Name: [{ message: 'Two.' }] } } },
      plain('One. Two.')
    ],
    [
      'errors of the UI API',
      {
        body: {
          message: 'Failed',
          output: { errors: [{ message: 'One.' }], fieldErrors: { A: [{ message: 'Two.' }] } }
        }
      },
      plain('One. Two.')
    ],
    ['nothing', undefined, plain('Something went wrong, and no reason was given.')],
    ['JSON that is cut off', { body: { message: '{"code":"X"' } }, plain('{"code":"X"')]
  ])('reduces %s', (_what, error, problem) => {
    expect(reduceErrors(error)).toEqual(problem);
  });

  it('reads the owner and the next step that our controllers send', () => {
    const sent = { code: 'BLOCKED', message: 'The customer is blocked.', owner: 'Finance', nextStep: 'Unblock it.' };

    expect(reduceErrors({ body: { message: JSON.stringify(sent) } })).toEqual(sent);
  });

  it('survives a controller error that lacks everything', () => {
    expect(reduceErrors({ body: { message: '{}' } })).toEqual(plain('Something went wrong, and no reason was given.'));
  });

  it('tells a user without a permission set what to ask for', () => {
    const error = { body: { message: "You do not have access to the Apex class named 'SyncController'." } };

    expect(reduceErrors(error)).toEqual({
      code: 'NO_ACCESS',
      message: 'You do not have access to this ERP function.',
      owner: 'Admin',
      nextStep: 'Ask an admin for the Handoff permission set that fits your work.'
    });
  });
});
