import { billOfMaterials } from './write-sbom.mjs';

/**
 * The bill of materials as people read it: each component once, with its licence.
 * @param {string} root
 */
export function shippedComponents(root) {
  return billOfMaterials(root, new Date(0).toISOString())
    .components.map(({ name, version, licenses: [said] }) => ({
      name,
      version,
      licence: said?.expression ?? said?.license?.id ?? '',
    }))
    .sort((one, other) => one.name.localeCompare(other.name));
}
