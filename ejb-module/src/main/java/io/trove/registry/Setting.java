package io.trove.registry;

/** A row of the table of settings: from this position on, this is the value of that name. */
record Setting(long position, String schemaId, String version, String name, String value) {

    /** What is set of a version; the first status of one is its registration. */
    static final String STATUS = "status";

    static final String DESCRIPTION = "description";

    /** What is set of a schema, or of the ledger where the schema's id is empty. */
    static final String COMPATIBILITY = "compatibility";

    /** Set of the ledger: whether its events must have a schema. */
    static final String SCHEMAS = "schemas";

    /** Set of the ledger: whether a link is refused whose target is not there, or waits for it. */
    static final String LINKS = "links";
}
