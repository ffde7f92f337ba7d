package io.trove.links;

/** A direction as the tables have it: which column the known end is in, and which the other. */
enum Way {
    OUT("source", "target"),
    IN("target", "source");

    private final String near;
    private final String far;

    Way(String near, String far) {
        this.near = near;
        this.far = far;
    }

    String near() {
        return near;
    }

    String far() {
        return far;
    }

    /** How the indexes of this direction end. */
    String index() {
        return this == OUT ? "out" : "in";
    }

    Way other() {
        return this == OUT ? IN : OUT;
    }
}
