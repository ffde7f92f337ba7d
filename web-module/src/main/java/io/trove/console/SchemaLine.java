package io.trove.console;

import io.trove.registry.Listed;

/**
 * A version of a schema as a line of a list; {@code compatibility} is empty where the ledger's setting holds, and
 * {@code position} for what is part of Trove.
 */
public record SchemaLine(
        String id,
        String version,
        String status,
        String tone,
        String compatibility,
        String description,
        String position) {

    static SchemaLine of(Listed listed) {
        return new SchemaLine(
                listed.schema().id(),
                listed.schema().version(),
                listed.status().text(),
                switch (listed.status()) {
                    case ENABLED -> "good";
                    case DRAFT -> "busy";
                    case DEPRECATED -> "weak";
                    case DISABLED -> "";
                },
                listed.compatibility()
                        .map(mode -> Compatibility.valueOf(mode).getTold())
                        .orElse(""),
                listed.description().orElse(""),
                listed.position().isPresent() ? Long.toString(listed.position().getAsLong()) : "");
    }
}
