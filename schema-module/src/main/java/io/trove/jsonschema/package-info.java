/**
 * JSON Schema: whether a value conforms, what a change of a schema breaks, and how a value of one version becomes one of
 * the next.
 *
 * <p>Promises: a {@link io.trove.jsonschema.JsonSchema} is an immutable value that any number of threads may ask; the
 * same value gets the same answer for good; {@code format} is asserted; nothing is ever fetched, what a schema refers to
 * is given to it; no schema and no value holds a thread for longer than a second, it is refused with the reason instead.
 *
 * <p>Operations: {@code JsonSchema.of} compiles, or throws {@link io.trove.jsonschema.SchemaRefused};
 * {@code JsonSchema.violations} says where a value does not conform, and why. {@link
 * io.trove.jsonschema.Compatibility#of} compares a version with {@link io.trove.jsonschema.Earlier} ones under a {@link
 * io.trove.jsonschema.CompatibilityMode}; its {@link io.trove.jsonschema.Verdict} says compatible only when that is
 * proven, and each {@link io.trove.jsonschema.Difference} that breaks has a counter-example that both versions' validators
 * confirmed. {@link io.trove.jsonschema.Lift#of} reads how a payload of the previous version becomes one of this: {@code
 * apply} gives a {@link io.trove.jsonschema.Lifted}, {@code failures} the examples that it does not bring over ({@link
 * io.trove.jsonschema.InvalidLift} when it is none). {@link io.trove.jsonschema.Linter} warns of names and schemas that
 * will be regretted.
 *
 * <p>Out of scope: where schemas are kept and who may register one (registry, in ejb-module).
 *
 * <p><em>Why is a pattern not run by java.util.regex? Because that takes exponential time for what an attacker can write
 * in twenty characters; patterns are checked as ECMA-262 and run in linear time.</em>
 */
package io.trove.jsonschema;
