// Reads what a Java class file declares, by the layout of the Java virtual machine specification, chapter 4.

const flags = { public: 1, static: 8, interface: 0x200, synthetic: 0x1000, enum: 0x4000 };

/**
 * `{ kind, superclass, fields, methods }` of a class file; members are `{ name, descriptor, static, public }`. Members that the
 * Java compiler made are left out.
 */
export function readClassFile(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 8;
  const u2 = () => view.getUint16((at += 2) - 2);
  const skipAttributes = () => {
    for (let i = u2(); i > 0; i--) {
      const length = view.getUint32(at + 2);
      at += 6 + length;
    }
  };
  const constants = [];
  const count = u2();
  for (let i = 1; i < count; i++) {
    const tag = view.getUint8(at++);
    if (tag === 1) {
      const length = u2();
      constants[i] = new TextDecoder().decode(bytes.subarray(at, at + length));
      at += length;
    } else if (tag === 5 || tag === 6) {
      at += 8;
      i++;
    } else if (tag === 7) constants[i] = u2();
    else if ([8, 16, 19, 20].includes(tag)) at += 2;
    else at += tag === 15 ? 3 : 4;
  }
  const access = u2();
  u2();
  const superclass = constants[constants[u2()]];
  const interfaces = u2();
  at += 2 * interfaces;
  const members = () => {
    const list = [];
    for (let i = u2(); i > 0; i--) {
      const own = u2();
      const name = constants[u2()];
      const descriptor = constants[u2()];
      skipAttributes();
      if (own & flags.synthetic) continue;
      list.push({ name, descriptor, static: (own & flags.static) !== 0, public: (own & flags.public) !== 0 });
    }
    return list;
  };
  const kind = access & flags.interface ? 'interface' : access & flags.enum ? 'enum' : 'class';
  return { kind, superclass, fields: members(), methods: members() };
}
