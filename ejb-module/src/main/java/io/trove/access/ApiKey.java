package io.trove.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * An API key as its holder has it: {@code trove_{keyId}_{secret}_{check}}. The key id is the organization's name, a dash
 * and letters that nobody chose; the check tells a mistyped key from one that is not known.
 */
record ApiKey(String id, String secret) {

    private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int ID_LETTERS = 12;
    private static final int SECRET_LETTERS = 43;
    private static final int CHECK_LETTERS = 6;
    private static final Pattern FORM = Pattern.compile("trove_([a-z0-9-]{1,63}-[0-9A-Za-z]{" + ID_LETTERS
            + "})_([0-9A-Za-z]{" + SECRET_LETTERS + "})_([0-9A-Za-z]{" + CHECK_LETTERS + "})");

    static ApiKey next(String organization) {
        SecureRandom random = new SecureRandom();
        return new ApiKey(organization + "-" + letters(random, ID_LETTERS), letters(random, SECRET_LETTERS));
    }

    static Optional<ApiKey> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches() && check(matcher.group(1), matcher.group(2)).equals(matcher.group(3))
                ? Optional.of(new ApiKey(matcher.group(1), matcher.group(2)))
                : Optional.empty();
    }

    String organization() {
        return id.substring(0, id.lastIndexOf('-'));
    }

    /** What is kept of the secret, which is random enough that no slower hash makes it safer. */
    String hash() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(secret.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("This Java runtime has no SHA-256", absent);
        }
    }

    /** Whether this is the key whose hash was kept, in the same time whatever it is. */
    boolean isKeptAs(String keptHash) {
        return MessageDigest.isEqual(
                hash().getBytes(StandardCharsets.US_ASCII), keptHash.getBytes(StandardCharsets.US_ASCII));
    }

    /** The whole key: for its holder alone, once. */
    String whole() {
        return "trove_" + id + "_" + secret + "_" + check(id, secret);
    }

    @Override
    public String toString() {
        return "ApiKey[id=" + id + "]";
    }

    private static String check(String id, String secret) {
        var crc = new CRC32();
        crc.update((id + "_" + secret).getBytes(StandardCharsets.US_ASCII));
        long left = crc.getValue();
        var letters = new StringBuilder();
        for (int i = 0; i < CHECK_LETTERS; i++) {
            letters.append(LETTERS.charAt((int) (left % LETTERS.length())));
            left /= LETTERS.length();
        }
        return letters.toString();
    }

    private static String letters(SecureRandom random, int count) {
        var letters = new StringBuilder();
        random.ints(count, 0, LETTERS.length()).forEach(each -> letters.append(LETTERS.charAt(each)));
        return letters.toString();
    }
}
