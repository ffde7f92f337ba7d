package io.trove.links;

/** An edge between two positions, and the position of the event that says it. */
public record Edge(long source, long target, String type, long said) {

    /** The same edge, whoever says it. */
    Edge unsaid() {
        return new Edge(source, target, type, 0);
    }
}
