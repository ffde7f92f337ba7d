package io.trove.event;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.DecimalNode;

/** Writes canonical JSON (RFC 8785) into a growing buffer; the objects of the tree are sorted already. */
final class Jcs {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes;
    private int length;
    private int depth;
    private int depthMax;

    Jcs(int expected) {
        bytes = new byte[expected];
    }

    /** What is written already. */
    Jcs(byte[] written) {
        bytes = written;
        length = written.length;
    }

    void value(JsonNode node) {
        switch (node.getNodeType()) {
            case OBJECT -> object(node);
            case ARRAY -> array(node);
            case STRING -> text(node.stringValue());
            case NUMBER -> number(node);
            case BOOLEAN -> raw(node.booleanValue() ? TRUE : FALSE);
            case NULL -> raw(NULL);
            default -> throw new IllegalStateException("not JSON: " + node.getNodeType());
        }
    }

    private void object(JsonNode node) {
        open();
        raw('{');
        char separator = 0;
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (separator != 0) {
                raw(separator);
            }
            separator = ',';
            text(member.getKey());
            raw(':');
            value(member.getValue());
        }
        close();
        raw('}');
    }

    private void array(JsonNode node) {
        open();
        raw('[');
        for (int i = 0; i < node.size(); i++) {
            if (i > 0) {
                raw(',');
            }
            value(node.get(i));
        }
        close();
        raw(']');
    }

    /** One level deeper. */
    void open() {
        depthMax = Math.max(depthMax, ++depth);
    }

    void close() {
        depth--;
    }

    private void number(JsonNode node) {
        String text =
                node instanceof DecimalNode ? EcmaNumber.text(node.decimalValue()) : Long.toString(node.longValue());
        ascii(text);
    }

    void text(String text) {
        raw('"');
        int count = text.length();
        ensure(count + 1);
        for (int i = 0; i < count; i++) {
            char c = text.charAt(i);
            if (c >= 0x20 && c < 0x80 && c != '"' && c != '\\') {
                bytes[length++] = (byte) c;
            } else if (c < 0x80) {
                escape(c);
                ensure(count - i);
            } else {
                ensure(count - i + 3);
                i += beyondAscii(text, i);
            }
        }
        raw('"');
    }

    private void escape(char c) {
        ensure(6);
        bytes[length++] = '\\';
        switch (c) {
            case '"', '\\' -> bytes[length++] = (byte) c;
            case '\b' -> bytes[length++] = 'b';
            case '\t' -> bytes[length++] = 't';
            case '\n' -> bytes[length++] = 'n';
            case '\f' -> bytes[length++] = 'f';
            case '\r' -> bytes[length++] = 'r';
            default -> {
                bytes[length++] = 'u';
                bytes[length++] = '0';
                bytes[length++] = '0';
                bytes[length++] = HEX[c >> 4];
                bytes[length++] = HEX[c & 15];
            }
        }
    }

    /** Writes the character at {@code i} and says how many more of the text it took. */
    private int beyondAscii(String text, int i) {
        int point = text.codePointAt(i);
        if (point < 0x800) {
            bytes[length++] = (byte) (0xC0 | (point >> 6));
            bytes[length++] = (byte) (0x80 | (point & 63));
            return 0;
        }
        if (point < 0x10000) {
            bytes[length++] = (byte) (0xE0 | (point >> 12));
            bytes[length++] = (byte) (0x80 | ((point >> 6) & 63));
            bytes[length++] = (byte) (0x80 | (point & 63));
            return 0;
        }
        bytes[length++] = (byte) (0xF0 | (point >> 18));
        bytes[length++] = (byte) (0x80 | ((point >> 12) & 63));
        bytes[length++] = (byte) (0x80 | ((point >> 6) & 63));
        bytes[length++] = (byte) (0x80 | (point & 63));
        return 1;
    }

    void ascii(String text) {
        ensure(text.length());
        for (int i = 0; i < text.length(); i++) {
            bytes[length++] = (byte) text.charAt(i);
        }
    }

    void raw(char ascii) {
        ensure(1);
        bytes[length++] = (byte) ascii;
    }

    void raw(byte[] part) {
        raw(part, 0, part.length);
    }

    void raw(byte[] part, int from, int to) {
        ensure(to - from);
        System.arraycopy(part, from, bytes, length, to - from);
        length += to - from;
    }

    private void ensure(int more) {
        if (more > bytes.length - length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(length, more)));
        }
    }

    /** Begins anew, in the same buffer. */
    void clear() {
        length = 0;
        depth = 0;
        depthMax = 0;
    }

    int length() {
        return length;
    }

    /** How deep the deepest array or object so far was. */
    int depthMax() {
        return depthMax;
    }

    /** The buffer itself, of which the first {@link #length()} bytes are written. */
    byte[] buffer() {
        return bytes;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }
}
