package io.trove.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocatorTest {

    @ParameterizedTest
    @CsvSource({
        "file:///srv/docs/a.pdf, /srv/docs/a.pdf",
        "file:/srv/docs/a.pdf, /srv/docs/a.pdf",
        "FILE://localhost/srv/a, /srv/a",
        "file:///srv/a%20b+c%C3%BC, /srv/a b+cü",
        "file:///srv/.hidden/..a, /srv/.hidden/..a"
    })
    void a_file_is_named_by_its_absolute_path(String text, String path) throws Locator.Unusable {
        assertEquals(new Locator.OfFile(Path.of(path)), Locator.of(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///srv/docs/../../etc/passwd",
                "file:///srv/docs/./a",
                "file:///srv/docs//a",
                "file:///srv/docs/",
                "file:///srv/docs/%2e%2e/%2e%2e/etc/passwd",
                "file:///srv/docs/..%2f..%2fetc/passwd",
                "file:///srv/docs/..%5c..%5cetc",
                "file:///srv/docs/..\\..\\etc",
                "file:///srv/docs/%252e%252e/a",
                "file:///srv/docs/a%00.pdf",
                "file:///srv/docs/a%0a",
                "file:///srv/docs/a%zz",
                "file:///srv/docs/%c0%ae%c0%ae/a",
                "file:///srv/docs/a?b",
                "file:///srv/docs/a#b",
                "file://host/srv/docs/a",
                "file:srv/docs/a",
                "file:",
                "s3://bucket",
                "s3://bucket/",
                "s3://a/b/../c",
                "s3://bucket/../other/key",
                "s3://bucket/./key",
                "s3:///key",
                "s3://Bucket/key",
                "s3://127.0.0.1/key",
                "s3://169.254.169.254/latest/meta-data",
                "s3://user@host/key",
                "s3://host:9000/key",
                "s3://[::1]/key",
                "s3://buck..et/key",
                "s3:/bucket/key",
                "s3://arn:aws:s3:us-east-1:1:accesspoint/key"
            })
    void what_could_mean_something_else_than_it_says_is_none(String text) {
        assertThrows(Locator.Unusable.class, () -> Locator.of(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://example.com/a", "ftp://example.com/a", "C:\\a.pdf", "../a", "gopher://127.0.0.1/", ""})
    void everything_else_is_elsewhere(String text) throws Locator.Unusable {
        assertInstanceOf(Locator.Elsewhere.class, Locator.of(text));
    }

    @Test
    void a_root_covers_what_lies_below_it_and_nothing_that_is_merely_called_alike() throws Locator.Unusable {
        Root docs = Root.of("file:///srv/docs/");
        assertTrue(docs.covers(Locator.of("file:///srv/docs/a/b.pdf")));
        assertFalse(docs.covers(Locator.of("file:///srv/docs")));
        assertFalse(docs.covers(Locator.of("file:///srv/docs-of-others/a")));
        assertFalse(docs.covers(Locator.of("s3://srv/docs/a")));
        Root keys = Root.of("s3://bucket/reports/");
        assertTrue(keys.covers(Locator.of("s3://bucket/reports/a.pdf")));
        assertFalse(keys.covers(Locator.of("s3://bucket/reports-of-others/a")));
        assertFalse(keys.covers(Locator.of("s3://another/reports/a")));
        assertTrue(Root.of("s3://bucket/").covers(Locator.of("s3://bucket/a")));
        assertEquals("s3://bucket/", Root.of("s3://bucket/").text());
        assertEquals("file:///srv/docs/", docs.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/srv/docs/", "file:///srv/docs", "file:///", "https://example.com/", "s3://bucket", "s3:///", ""
            })
    void a_root_is_a_directory_or_a_bucket_with_a_slash_at_its_end(String text) {
        assertThrows(Locator.Unusable.class, () -> Root.of(text));
    }
}
