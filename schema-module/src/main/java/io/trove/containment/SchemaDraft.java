package io.trove.containment;

import io.trove.event.Json;

/** The drafts of JSON Schema that are read. */
enum SchemaDraft {
    DRAFT_07,
    DRAFT_2019_09,
    DRAFT_2020_12,
    /** One whose words may mean something else. */
    OTHER;

    /** By {@code $schema}; 2020-12 when there is none. */
    static SchemaDraft of(Json schema) {
        String named = schema.member("$schema").flatMap(Json::text).orElse("");
        if (named.contains("json-schema.org/draft-07")) {
            return DRAFT_07;
        }
        if (named.contains("json-schema.org/draft/2019-09/schema")) {
            return DRAFT_2019_09;
        }
        return named.isEmpty() || named.contains("json-schema.org/draft/2020-12/schema") ? DRAFT_2020_12 : OTHER;
    }
}
