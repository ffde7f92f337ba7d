package io.trove.access;

import io.trove.ledger.LedgerName;
import io.trove.refusal.CannotStart;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * How far an issuer of tokens is trusted: its name, for whom its tokens have to be, where its keys are, whose principals it
 * names, by which claims, and which roles its groups have there.
 */
record Trust(
        String issuer,
        String audience,
        Optional<String> keyAddress,
        Optional<Path> keyFile,
        String organization,
        String nameClaim,
        String groupsClaim,
        Map<String, List<Grant>> roles) {

    static final String KEYS = "TROVE_OIDC_KEYS";
    private static final String ISSUER = "TROVE_OIDC_ISSUER";
    private static final String ORGANIZATION = "TROVE_OIDC_ORGANIZATION";
    private static final String ROLES = "TROVE_OIDC_ROLES";
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /** As variables say; none without an issuer. {@link CannotStart} names the one that is wrong. */
    static Optional<Trust> configured(UnaryOperator<String> variable) {
        String issuer = variable.apply(ISSUER).strip();
        if (issuer.isEmpty()) {
            return Optional.empty();
        }
        requireSafe(ISSUER, issuer);
        String organization = variable.apply(ORGANIZATION).strip();
        if (!LedgerName.isName(organization)) {
            throw new CannotStart(ORGANIZATION + " is \"" + organization
                    + "\"; set it to the organization whose principals the tokens of " + ISSUER + " name.");
        }
        String keys = variable.apply(KEYS).strip();
        boolean isAddress = keys.startsWith("http:") || keys.startsWith("https:");
        if (isAddress) {
            requireSafe(KEYS, keys);
        }
        return Optional.of(new Trust(
                issuer,
                variable.apply("TROVE_OIDC_AUDIENCE").strip(),
                isAddress ? Optional.of(keys) : Optional.empty(),
                isAddress || keys.isEmpty() ? Optional.empty() : Optional.of(Path.of(keys)),
                organization,
                variable.apply("TROVE_OIDC_NAME_CLAIM").strip(),
                variable.apply("TROVE_OIDC_GROUPS_CLAIM").strip(),
                roles(variable.apply(ROLES))));
    }

    /** {@code group=role} or {@code group=role@environment}, with commas between them. */
    private static Map<String, List<Grant>> roles(String text) {
        var roles = new HashMap<String, List<Grant>>();
        for (String each : text.split(",", -1)) {
            if (each.isBlank()) {
                continue;
            }
            int equals = each.lastIndexOf('=');
            String[] role = each.substring(equals + 1).strip().split("@", 2);
            boolean isOne = equals > 0 && !role[0].isBlank() && (role.length == 1 || LedgerName.isName(role[1]));
            if (!isOne) {
                throw new CannotStart(ROLES + " has \"" + each.strip()
                        + "\"; list group=role or group=role@environment, with commas between them.");
            }
            var grant = new Grant(role[0], role.length == 1 ? List.of() : List.of(role[1]));
            roles.computeIfAbsent(each.substring(0, equals).strip(), group -> new ArrayList<>())
                    .add(grant);
        }
        return roles;
    }

    private static void requireSafe(String name, String address) {
        if (!isSafe(address)) {
            throw new CannotStart(name + " is " + address + "; set it to an address that begins with https://.");
        }
    }

    /** Over TLS, or on this machine. */
    static boolean isSafe(String address) {
        if (address.startsWith("https://")) {
            return true;
        }
        return address.startsWith("http://")
                && LOOPBACK.contains(address.substring("http://".length()).replaceFirst("(:[0-9]+)?(/.*)?$", ""));
    }
}
