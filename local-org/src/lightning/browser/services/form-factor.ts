/** `Small` on phones, else `Large`. Decided when the page loads, as on the platform, where the device decides. */
export const formFactor: 'Large' | 'Small' = matchMedia('(max-width: 767px)').matches ? 'Small' : 'Large';
