package io.trove.containment;

/** One thing that a schema demands of one place in a document; a schema demands all of its atoms and nothing else. */
record Atom(String where, Rule rule, Node whole) {
    String keyword() {
        return rule.keyword();
    }

    /** What atoms that can be compared have in common: one of them may have replaced the other. */
    Likeness likeness() {
        return new Likeness(where, keyword(), rule.claim().getClass());
    }

    record Likeness(String where, String keyword, Class<? extends Claim> claim) {}
}
