package io.trove.jsonschema;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An address of mail as RFC 5321 has it in {@code Mailbox}, or RFC 6531 with characters beyond ASCII. Any domain will do:
 * who is reachable where is not for a schema to know.
 */
final class Mailbox {

    private static final int LOCAL_OCTETS_MAX = 64;
    private static final int DOMAIN_OCTETS_MAX = 255;
    private static final String ATOM_SIGNS = "!#$%&'*+-/=?^_`{|}~";
    private static final Pattern OTHER_DOT = Pattern.compile("[\u3002\uff0e\uff61]");
    private static final String IPV6_TAG = "IPv6:";

    private final String text;
    private final boolean international;

    private Mailbox(String text, boolean international) {
        this.text = text;
        this.international = international;
    }

    static boolean is(String text, boolean international) {
        return new Mailbox(text, international).isWhole();
    }

    private boolean isWhole() {
        int end = text.startsWith("\"") ? quotedEnd() : atomsEnd();
        return end > 0
                && end < text.length()
                && text.charAt(end) == '@'
                && octets(text.substring(0, end)) <= LOCAL_OCTETS_MAX
                && isDomain(text.substring(end + 1));
    }

    /** Where atoms with dots between end; 0 when they are none. */
    private int atomsEnd() {
        int at = 0;
        int atom = 0;
        for (; at < text.length() && text.charAt(at) != '@'; at++) {
            char c = text.charAt(at);
            if (c == '.' && at > atom) {
                atom = at + 1;
            } else if (!isLetterOrDigit(c) && ATOM_SIGNS.indexOf(c) < 0 && !isBeyond(c)) {
                return 0;
            }
        }
        return at == atom ? 0 : at;
    }

    /** What follows the closing quote; 0 when there is none. */
    private int quotedEnd() {
        for (int at = 1; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                return at + 1;
            }
            if (c == '\\') {
                at++;
                if (at == text.length() || !isPrintable(text.charAt(at))) {
                    return 0;
                }
            } else if (!isPrintable(c) && !isBeyond(c)) {
                return 0;
            }
        }
        return 0;
    }

    private boolean isDomain(String domain) {
        if (domain.startsWith("[") && domain.endsWith("]")) {
            return isLiteral(domain.substring(1, domain.length() - 1));
        }
        if (octets(domain) > DOMAIN_OCTETS_MAX) {
            return false;
        }
        Predicate<String> label = international ? Mailbox::isName : HostName::isLabel;
        return Stream.of(domain.split("\\.", -1)).allMatch(label);
    }

    private static boolean isLiteral(String address) {
        boolean tagged = address.regionMatches(true, 0, IPV6_TAG, 0, IPV6_TAG.length());
        return tagged ? IpText.isV6(address.substring(IPV6_TAG.length())) : IpText.isV4(address);
    }

    /** What IDNA takes for a dot is none in an address. */
    private static boolean isName(String label) {
        return !OTHER_DOT.matcher(label).find() && HostName.isName(Normalizer.normalize(label, Normalizer.Form.NFC));
    }

    private boolean isBeyond(char c) {
        return international && c >= 0x80;
    }

    private static boolean isPrintable(char c) {
        return c >= ' ' && c <= '~';
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static int octets(String part) {
        return part.getBytes(StandardCharsets.UTF_8).length;
    }
}
