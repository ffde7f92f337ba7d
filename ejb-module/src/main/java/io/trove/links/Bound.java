package io.trove.links;

/** What ended a walk before there was nothing more to reach. */
public enum Bound {
    DEPTH("depth"),
    LIMIT("limit"),
    /** So many edges were looked at. */
    LINKS("links"),
    /** So many edges are shown. */
    EDGES("edges");

    private final String text;

    Bound(String text) {
        this.text = text;
    }

    /** Its name, as requests and answers say it. */
    public String text() {
        return text;
    }
}
