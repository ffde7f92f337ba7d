package io.trove.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartTest {

    private static final String BOUNDARY = "b-b";

    private static Multipart of(String text) {
        return new Multipart(new ByteArrayInputStream(text.getBytes(UTF_8)), BOUNDARY);
    }

    private static String part(String name, String content) {
        return "--b-b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + content + "\r\n";
    }

    @Test
    void parts_come_one_after_the_other() throws IOException {
        var parts = of(part("a", "hello") + part("b", "") + part("c", "\r\n--b-\r\n-") + "--b-b--\r\nafter it");
        assertEquals("hello", text(parts.next()));
        assertEquals("", text(parts.next()));
        assertEquals("\r\n--b-\r\n-", text(parts.next()));
        assertEquals(Optional.empty(), parts.next());
        assertEquals(Optional.empty(), parts.next());
    }

    @Test
    void what_is_not_read_of_a_part_and_what_stands_before_the_first_is_passed_over() throws IOException {
        var parts = of("before it\r\n" + part("a", "hello".repeat(50_000)) + part("b", "next") + "--b-b--");
        assertEquals("a", parts.next().orElseThrow().headers().name());
        assertEquals("next", text(parts.next()));
        assertTrue(parts.next().isEmpty());
    }

    @Test
    void a_form_without_parts_has_none() throws IOException {
        assertFalse(of("--b-b--\r\n").next().isPresent());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1_000, 65_535, 65_536, 65_537, 300_000})
    void bytes_that_look_like_boundaries_stay_what_they_are_however_they_arrive(int atOnce) throws IOException {
        var random = new Random(atOnce);
        var content = new byte[200_003];
        for (var i = 0; i < content.length; i++) {
            content[i] = (byte) "\r\n--b".charAt(random.nextInt(5));
        }
        var body = new ByteArrayOutputStream();
        body.write("--b-bq\r\nContent-Disposition: form-data; name=a\r\n\r\n".getBytes(UTF_8));
        body.write(content);
        body.write("\r\n--b-bq--\r\n".getBytes(UTF_8));
        var parts = new Multipart(slowly(new ByteArrayInputStream(body.toByteArray()), atOnce), "b-bq");

        assertArrayEquals(content, parts.next().orElseThrow().content().readAllBytes());
        assertTrue(parts.next().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--b-b\r\n", "--b-b\r\nContent-Disposition: form-data; name=a\r\n\r\nhello", "--b"})
    void a_body_that_ends_too_early_is_not_whole(String text) {
        assertThrows(EOFException.class, () -> {
            var parts = of(text);
            for (var part = parts.next(); part.isPresent(); part = parts.next()) {
                part.get().content().readAllBytes();
            }
        });
    }

    @Test
    void what_is_no_form_is_refused() {
        assertThrows(
                NotMultipart.class,
                () -> of("--b-b\r\nContent-Type: a/b\r\n\r\nx\r\n--b-b--").next());
        assertThrows(NotMultipart.class, () -> of("--b-bx\r\n\r\n\r\n--b-b--").next());
        assertThrows(
                NotMultipart.class,
                () -> of("--b-b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b-b--")
                        .next());
        assertThrows(
                NotMultipart.class,
                () -> of("--b-b\r\n" + "a: b\r\n".repeat(10_000)).next());
        assertThrows(
                NotMultipart.class, () -> of("--b-b\r\n" + "a".repeat(100_000)).next());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "form-data; name=\"f\"; filename=\"a;b.txt\" | f | a;b.txt",
                "form-data; filename=\"größe.txt\"; name=f | f | größe.txt",
                "form-data; name=\"a\\\"b\"; filename=\"c%22d\" | a\"b | c\"d",
                "Form-Data; Name=\"f\"; FileName=\"C:\\temp\\a.txt\" | f | C:\\temp\\a.txt"
            })
    void a_part_has_the_name_that_its_headers_say(String disposition, String name, String filename) {
        var headers = PartHeaders.of("content-type: text/plain\nContent-Disposition: " + disposition + "\n");
        assertEquals(new PartHeaders(name, Optional.of(filename), Optional.of("text/plain")), headers);
    }

    @Test
    void the_boundary_is_in_the_content_type() {
        assertEquals(Optional.of("a b"), PartHeaders.boundary("Multipart/Form-Data; charset=utf-8; boundary=\"a b\""));
        assertEquals(Optional.empty(), PartHeaders.boundary("application/json"));
        assertEquals(Optional.empty(), PartHeaders.boundary(null));
        assertThrows(NotMultipart.class, () -> PartHeaders.boundary("multipart/form-data"));
        assertThrows(NotMultipart.class, () -> PartHeaders.boundary("multipart/form-data; boundary=" + "a".repeat(71)));
    }

    private static String text(Optional<Multipart.Part> part) throws IOException {
        return new String(part.orElseThrow().content().readAllBytes(), UTF_8);
    }

    private static InputStream slowly(InputStream in, int atOnce) {
        return new FilterInputStream(in) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return super.read(buffer, offset, Math.min(length, atOnce));
            }
        };
    }
}
