package io.trove.links;

/** A walk that is asked for: from an event along the edges that count, so far, to so many events, as of a position. */
record Question(long start, Scope scope, int depth, int limit, long before) {

    Question from(long other) {
        return new Question(other, scope, depth, limit, before);
    }
}
