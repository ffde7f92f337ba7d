package io.trove.api;

import io.trove.files.Arrival;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What Content-Digest and Repr-Digest (RFC 9530) say of a body that is sent as it is; algorithms not known here are passed over. */
record DigestFields(List<Said> said) {
    private static final Map<String, String> KNOWN = Map.of("sha-256", "SHA-256", "sha-512", "SHA-512");
    private static final Pattern ENTRY =
            Pattern.compile("\\s*([a-z*][a-z0-9_.*-]*)\\s*=\\s*:([A-Za-z0-9+/]*={0,2}):\\s*");

    /** A digest, by the name that the JDK has for its algorithm. */
    record Said(String field, String algorithm, byte[] digest) {}

    /** Either may be null. */
    static DigestFields of(String contentDigest, String reprDigest) {
        var said = new ArrayList<Said>();
        read("Content-Digest", contentDigest, said);
        read("Repr-Digest", reprDigest, said);
        return new DigestFields(said);
    }

    private static void read(String field, String value, List<Said> said) {
        if (value == null) {
            return;
        }
        for (var each : value.split(",", -1)) {
            var entry = ENTRY.matcher(each);
            if (!entry.matches()) {
                throw refused(field, value);
            }
            if (KNOWN.containsKey(entry.group(1))) {
                said.add(new Said(field, KNOWN.get(entry.group(1)), decoded(field, value, entry.group(2))));
            }
        }
    }

    private static byte[] decoded(String field, String value, String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            throw refused(field, value);
        }
    }

    private static ParameterRefused refused(String field, String value) {
        return new ParameterRefused(field, value, "such as sha-256=:…base64…: (RFC 9530)");
    }

    Set<String> algorithms() {
        var names = new TreeSet<String>();
        said.forEach(each -> names.add(each.algorithm()));
        return names;
    }

    void require(Arrival arrival) {
        for (var each : said) {
            if (!MessageDigest.isEqual(each.digest(), arrival.digest(each.algorithm()))) {
                throw new DigestMismatch(each.field());
            }
        }
    }
}
