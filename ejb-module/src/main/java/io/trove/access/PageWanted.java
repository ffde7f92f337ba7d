package io.trove.access;

import java.util.Set;
import java.util.regex.Pattern;

/** The page of the console that somebody asked for before they signed in. What came with an address may be anybody's wish. */
public final class PageWanted {

    private static final String HOME = "/console/home";

    /** One page, with whatever a browser leaves as it is in a query. */
    private static final Pattern PAGE = Pattern.compile("/console/([a-z][a-z-]*)(\\?[!$-;=?-\\[\\]-~]*)?");

    /** Those that come before there is anybody, or send them away again. */
    private static final Set<String> DOORS = Set.of("login", "logout", "sign-in", "signed-in");

    private PageWanted() {}

    /** This page, or the home page where it is none. */
    public static String orHome(String to) {
        var page = PAGE.matcher(to);
        return page.matches() && !DOORS.contains(page.group(1)) ? to : HOME;
    }
}
