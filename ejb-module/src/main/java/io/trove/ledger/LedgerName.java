package io.trove.ledger;

import java.util.regex.Pattern;

/** What a ledger is called: an organization and one of its environments. */
public record LedgerName(String organization, String environment) {

    private static final Pattern PART = Pattern.compile("[a-z0-9-]{1,63}");

    /** The ledger that keeps what happens to the installation itself. */
    public static final LedgerName INSTALLATION = new LedgerName("trove", "system");

    public LedgerName {
        if (!isName(organization) || !isName(environment)) {
            throw new IllegalArgumentException(
                    "\"%s/%s\" is not a ledger's name: each part has 1 to 63 of a-z, 0-9 and -"
                            .formatted(organization, environment));
        }
    }

    /** Whether a text can be the name of an organization or an environment. */
    public static boolean isName(String part) {
        return part != null && PART.matcher(part).matches();
    }

    /** Whether only Trove itself appends here. */
    public boolean isSystem() {
        return environment.equals("system");
    }

    @Override
    public String toString() {
        return organization + "/" + environment;
    }
}
