package io.trove.dialect;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text in a CloudEvent's HTTP header: printable ASCII, everything else percent-encoded (HTTP binding, section 3.1.3.2). */
final class HeaderText {
    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern ENCODED = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");

    private static final int ESCAPE_CHARACTERS = 3;

    private HeaderText() {}

    /** Nothing when the escaped bytes are not UTF-8. */
    static Optional<String> read(String header) {
        Matcher quoted = QUOTED.matcher(header);
        String text = quoted.matches() ? quoted.group(1).replaceAll("\\\\(.)", "$1") : header;
        StringBuilder read = new StringBuilder();
        Matcher run = ENCODED.matcher(text);
        while (run.find()) {
            Optional<String> decoded = decoded(run.group());
            if (decoded.isEmpty()) {
                return decoded;
            }
            run.appendReplacement(read, Matcher.quoteReplacement(decoded.get()));
        }
        return Optional.of(run.appendTail(read).toString());
    }

    private static Optional<String> decoded(String run) {
        ByteBuffer bytes = ByteBuffer.allocate(run.length() / ESCAPE_CHARACTERS);
        for (int i = 0; i < run.length(); i += ESCAPE_CHARACTERS) {
            bytes.put((byte) Integer.parseInt(run, i + 1, i + ESCAPE_CHARACTERS, 16));
        }
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    static String write(String text) {
        StringBuilder header = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b > 0x20 && b < 0x7F && b != '"' && b != '%') {
                header.append((char) b);
            } else {
                header.append(String.format("%%%02X", b & 0xFF));
            }
        }
        return header.toString();
    }
}
