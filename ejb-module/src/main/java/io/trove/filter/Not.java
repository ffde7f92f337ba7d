package io.trove.filter;

/** What another filter does not mean. */
record Not(Filter filter) implements Term {

    @Override
    public String name() {
        return "not " + filter.terms().get(0).name();
    }

    @Override
    public boolean matches(Subject event) {
        return !filter.matches(event);
    }

    @Override
    public String text() {
        return Term.describe("not", filter.terms().stream().map(Term::text).toList());
    }
}
