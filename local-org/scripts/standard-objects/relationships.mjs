// Finds the reference field behind each child list that the jar names on a parent.

/**
 * Gives reference fields their child relationship name. A child list belongs to the only field of the child that points to the
 * parent; where several do, to the one whose name is likest, and the overlay decides the rest.
 */
export function nameChildRelationships(objects, read) {
  for (const parent of Object.keys(objects)) {
    for (const [relationship, type] of read(parent) ?? []) {
      const child = type.endsWith('[]') && objects[type.slice(0, -2)];
      if (!child || relationship.startsWith('Person') || named(child, parent, relationship)) continue;
      const field = fieldFor(child, parent, relationship);
      if (field) field.childRelationshipName = relationship;
    }
  }
}

function named(child, parent, relationship) {
  return Object.values(child.fields).some(
    (f) => f.childRelationshipName === relationship && f.referenceTo.includes(parent)
  );
}

function fieldFor(child, parent, relationship) {
  const free = Object.entries(child.fields).filter(
    ([, f]) => f.referenceTo?.includes(parent) && !f.childRelationshipName
  );
  if (free.length === 1) return free[0][1];
  const exact = free.find(([name]) => name === `${parent}Id`);
  const alike = free.find(([name]) => relationship.includes(name.replace(/Id$/, '')));
  return (alike ?? exact)?.[1];
}
