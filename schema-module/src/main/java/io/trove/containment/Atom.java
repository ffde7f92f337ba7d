package io.trove.containment;

/** One thing that a schema demands of one place in a document; a schema demands all of its atoms and nothing else. */
record Atom(String where, Rule rule, Node whole) {
    String keyword() {
        return rule.keyword();
    }

    /** Atoms of this sort can be compared: one may have replaced the other. */
    boolean isLike(Atom other) {
        return where.equals(other.where)
                && keyword().equals(other.keyword())
                && rule.claim().getClass() == other.rule.claim().getClass();
    }
}
