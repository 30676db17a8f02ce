import { fill } from 'c/text';

describe('fill', () => {
  it('puts values into their places, also twice', () => {
    expect(fill('{1} of {0}, {1}', 'ten', 3)).toBe('3 of ten, 3');
  });

  it('leaves nothing behind for an absent value', () => {
    expect(fill('Customer {0} in {1}', null, undefined)).toBe('Customer  in ');
  });
});
