package io.trove.jsonschema;

/**
 * Something that works and will be regretted.
 *
 * @param rule a stable slug
 * @param pointer the JSON Pointer of what is meant: in the schema for rules about schemas, in the event for the others
 * @param advice what was found and what to do about it
 */
public record Warning(String rule, String pointer, String advice) {}
