package io.trove.containment;

/** A claim and where it stands: the JSON Pointer of the keyword in its schema. */
record Rule(String pointer, String keyword, Claim claim) {}
