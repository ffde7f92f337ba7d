package io.trove.access;

/** What the events of access are about; the newest of each name says how it is. */
enum Kind {
    PRINCIPAL("principal"),
    ROLE("role"),
    KEY("key"),
    ORGANIZATION("organization");

    private final String text;

    Kind(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
