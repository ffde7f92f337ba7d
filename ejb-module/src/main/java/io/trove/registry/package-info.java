/**
 * The schemas of a ledger: what an event of a type must be like, and how that may change.
 *
 * <p>Promises: an event that names a schema, or whose type has one that is enabled, conforms to it when it is appended, by
 * the schemas as they are at its commit, on every server; a refusal says everything that does not conform. A registered
 * version's content never changes. What a schema refers to lies in the same ledger and is there; nothing is ever fetched.
 *
 * <p>Operations: {@link io.trove.registry.Registry} registers, finds and lists schemas, changes what is beside their
 * content, and tells and sets a ledger's policy.
 *
 * <p>Out of scope: JSON Schema itself (io.trove.jsonschema); who may register (access, asked by the faces).
 *
 * <p><em>Why is a registration judged where events are judged, in the append? Because only there is it known what is
 * registered at the commit: two registrations at once are decided one after the other.</em>
 */
package io.trove.registry;
