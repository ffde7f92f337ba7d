package io.trove.containment;

/** A schema that is referred to while it is still being read; one for each, and known once reading is done. */
final class Target {
    private Node node;

    void reached(Node found) {
        node = found;
    }

    Node node() {
        return node;
    }
}
