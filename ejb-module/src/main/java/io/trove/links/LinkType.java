package io.trove.links;

import java.util.Set;

/** The types of links that Trove knows; any other is the caller's own word. */
final class LinkType {

    static final String PARENT = "parent";

    /** The inverse of {@link #PARENT}: such a link is kept as its inverse. */
    static final String CHILD = "child";

    static final String SUPERSEDES = "supersedes";
    static final String CAUSE = "cause";
    static final String TRACE = "trace";

    private static final Set<String> AUTOMATIC = Set.of(SUPERSEDES, CAUSE, TRACE);

    private LinkType() {}

    /** Whether Trove alone makes such links. */
    static boolean isAutomatic(String type) {
        return AUTOMATIC.contains(type);
    }
}
