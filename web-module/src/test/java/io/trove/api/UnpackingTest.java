package io.trove.api;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnpackingTest {

    private static final byte[] TEXT = "{\"type\":\"a.x\"}\n".repeat(300).getBytes(US_ASCII);
    private static final byte[] NOISE = noise(50_000);

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8_192, 100_000})
    void what_is_whole_is_read_to_its_end_however_it_comes(int bytesAtOnce) throws IOException {
        for (var content : new byte[][] {{}, TEXT, NOISE}) {
            assertArrayEquals(
                    content, Unpacking.gzip(in(gzip(content), bytesAtOnce)).readAllBytes());
            assertArrayEquals(
                    content, Unpacking.deflate(in(zlib(content), bytesAtOnce)).readAllBytes());
            assertArrayEquals(
                    content, Unpacking.deflate(in(raw(content), bytesAtOnce)).readAllBytes());
        }
    }

    @Test
    void what_was_cut_off_anywhere_has_no_end() throws IOException {
        var gzip = gzip(TEXT);
        var zlib = zlib(TEXT);
        var raw = raw(TEXT);
        for (var at = 0; at < gzip.length; at++) {
            var cut = Unpacking.gzip(in(Arrays.copyOf(gzip, at), 100));
            assertThrows(EOFException.class, cut::readAllBytes, "gzip at " + at);
        }
        for (var at = 0; at < zlib.length; at++) {
            var cut = Unpacking.deflate(in(Arrays.copyOf(zlib, at), 100));
            assertThrows(EOFException.class, cut::readAllBytes, "zlib at " + at);
        }
        for (var at = 0; at < raw.length; at++) {
            var cut = Unpacking.deflate(in(Arrays.copyOf(raw, at), 100));
            assertThrows(EOFException.class, cut::readAllBytes, "deflate at " + at);
        }
    }

    @Test
    void what_was_flushed_is_there_before_the_rest_comes() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed, true)) {
            gzip.write(TEXT);
            gzip.flush();
            var flushed = packed.toByteArray();
            var unpacking = Unpacking.gzip(in(flushed, flushed.length));

            assertArrayEquals(TEXT, unpacking.readNBytes(TEXT.length));
            assertThrows(EOFException.class, unpacking::read);
        }
    }

    @Test
    void members_of_gzip_follow_each_other_and_none_is_passed_over() throws IOException {
        var first = gzip(TEXT);
        var both = both(first, gzip(NOISE));

        assertArrayEquals(both(TEXT, NOISE), Unpacking.gzip(in(both, 1_000)).readAllBytes());
        for (var at = first.length + 1; at < both.length; at += at < first.length + 30 ? 1 : 1_000) {
            var cut = Unpacking.gzip(in(Arrays.copyOf(both, at), 1_000));
            assertThrows(EOFException.class, cut::readAllBytes, "at " + at);
        }
    }

    @Test
    void members_with_nothing_in_them_are_not_read_without_end() throws IOException {
        var empty = gzip(new byte[0]);
        var some = new ByteArrayOutputStream();
        for (var each = 0; each < 1_000; each++) {
            some.write(empty);
        }
        assertArrayEquals(
                new byte[0], Unpacking.gzip(in(some.toByteArray(), 8_192)).readAllBytes());
        while (some.size() <= 2 * Unpacking.ANYWAY_BYTES) {
            some.write(empty);
        }
        var many = Unpacking.gzip(in(some.toByteArray(), 8_192));
        assertThrows(ZipException.class, many::readAllBytes);
    }

    @Test
    void a_header_may_say_more() throws IOException {
        var plain = gzip(TEXT);
        var rest = Arrays.copyOfRange(plain, 10, plain.length);
        var header =
                new byte[] {0x1f, (byte) 0x8b, 8, 0x1e, 0, 0, 0, 0, 0, 3, 2, 0, 'e', 'x', 'n', 0, 'c', 'o', 0, 1, 2};

        assertArrayEquals(TEXT, Unpacking.gzip(in(both(header, rest), 5)).readAllBytes());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 5, 8})
    void another_checksum_or_size_is_refused(int fromTheEnd) throws IOException {
        var gzip = gzip(TEXT);
        gzip[gzip.length - fromTheEnd] ^= 1;

        assertThrows(ZipException.class, Unpacking.gzip(in(gzip, 1_000))::readAllBytes);
    }

    @Test
    void what_is_no_compression_or_has_something_behind_it_is_refused() throws IOException {
        var zlib = zlib(TEXT);
        zlib[zlib.length - 1] ^= 1;

        for (var broken : new Unpacking[] {
            Unpacking.gzip(in(TEXT, 10)),
            Unpacking.gzip(in(both(gzip(TEXT), TEXT), 10)),
            Unpacking.deflate(in(zlib, 10)),
            Unpacking.deflate(in(TEXT, 10)),
            Unpacking.deflate(in(both(zlib(TEXT), TEXT), 10)),
            Unpacking.deflate(in(withDictionary(), 10)),
        }) {
            assertThrows(IOException.class, broken::readAllBytes);
        }
    }

    @Test
    void what_is_more_than_200_times_as_long_is_not_read_further() throws IOException {
        var unpacking = Unpacking.gzip(in(gzip(new byte[30_000_000]), 512));

        var refused = assertThrows(ZipException.class, unpacking::readAllBytes);

        assertTrue(refused.getMessage().startsWith("More than 200 times"), refused.getMessage());
        var few = new byte[Unpacking.ANYWAY_BYTES];
        assertArrayEquals(few, Unpacking.gzip(in(gzip(few), 512)).readAllBytes());
    }

    private static byte[] withDictionary() {
        var deflater = new Deflater();
        deflater.setDictionary("type".getBytes(US_ASCII));
        deflater.setInput(TEXT);
        deflater.finish();
        var packed = new byte[TEXT.length];
        return Arrays.copyOf(packed, deflater.deflate(packed));
    }

    private static byte[] gzip(byte[] content) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        }
        return packed.toByteArray();
    }

    private static byte[] zlib(byte[] content) throws IOException {
        return deflated(content, new Deflater());
    }

    private static byte[] raw(byte[] content) throws IOException {
        return deflated(content, new Deflater(Deflater.DEFAULT_COMPRESSION, true));
    }

    private static byte[] deflated(byte[] content, Deflater deflater) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var deflate = new DeflaterOutputStream(packed, deflater)) {
            deflate.write(content);
        }
        return packed.toByteArray();
    }

    private static byte[] both(byte[] first, byte[] second) {
        var both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] noise(int length) {
        var bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    /** What a network gives at once is less than what is asked for. */
    private static InputStream in(byte[] bytes, int bytesAtOnce) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, bytesAtOnce));
            }
        };
    }
}
