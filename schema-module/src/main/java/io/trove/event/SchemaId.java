package io.trove.event;

/** A registered schema and one of its versions. */
public record SchemaId(String id, String version) {}
