import { fill } from 'c/text';

describe('fill', () => {
  it('puts values into their places, also twice', () => {
    expect(fill('{1} of {0}, {1}', 'ten', 3)).toBe('3 of ten, 3');
  });

  it('writes numbers as the user does', () => {
    expect(fill('{0} of {1}', 1234.5, 100000)).toBe('1,234.5 of 100,000');
  });

  it('leaves nothing behind for an absent value', () => {
    expect(fill('Customer {0} in {1}', null, undefined)).toBe('Customer  in ');
  });
});
