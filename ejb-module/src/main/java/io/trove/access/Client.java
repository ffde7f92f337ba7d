package io.trove.access;

import io.trove.refusal.CannotStart;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What Trove is to an OpenID Connect provider: the client of this id, whose people are sent back to the console's address. */
record Client(String id, Optional<String> secret, String returns) {

    static final String ID = "TROVE_OIDC_CLIENT_ID";
    private static final String SECRET = "TROVE_OIDC_CLIENT_SECRET";
    private static final String CONSOLE = "TROVE_CONSOLE_URL";
    private static final String RETURN = "/console/signed-in";
    private static final String LEFT = "/console/login";

    /** As variables say; none without an id. {@link CannotStart} names the one that is wrong. */
    static Optional<Client> configured(UnaryOperator<String> variable) {
        String id = variable.apply(ID).strip();
        if (id.isEmpty()) {
            return Optional.empty();
        }
        String console = variable.apply(CONSOLE).strip().replaceFirst("/+$", "");
        if (!Trust.isSafe(console)) {
            throw new CannotStart(
                    "%s is \"%s\"; with %s set it to the address that people's browsers know this server by, such as https://trove.example.com."
                            .formatted(CONSOLE, console, ID));
        }
        String secret = variable.apply(SECRET).strip();
        return Optional.of(new Client(id, Optional.of(secret).filter(some -> !some.isEmpty()), console + RETURN));
    }

    /** Where people are sent to once they have signed out there. */
    String left() {
        return returns.substring(0, returns.length() - RETURN.length()) + LEFT;
    }

    @Override
    public String toString() {
        return "Client[" + id + "]";
    }
}
