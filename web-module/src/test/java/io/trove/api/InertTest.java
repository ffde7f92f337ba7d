package io.trove.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InertTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/pdf",
                "text/html; charset=utf-8",
                "image/png",
                "application/vnd.ms-excel",
                "text/plain; a=\"b c\""
            })
    void a_media_type_is_served_as_it_is_said(String type) {
        assertEquals(type, Inert.type(Optional.of(type)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/javascript",
                "Application/JavaScript; charset=utf-8",
                "text/javascript1.5",
                "image/svg+xml",
                "text/css",
                "",
                "pdf",
                "text/html\r\nSet-Cookie: a=b",
                "text/plain;\r\n a=b",
                "text/html, text/javascript",
                "a/b; c",
                "ü/x"
            })
    void what_a_page_could_run_and_what_is_no_media_type_are_mere_bytes(String type) {
        assertEquals("application/octet-stream", Inert.type(Optional.of(type)));
        assertEquals("application/octet-stream", Inert.type(Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "report.pdf | attachment; filename=\"report.pdf\"",
                "annual report.pdf | attachment; filename=\"annual report.pdf\"",
                "../../etc/passwd | attachment; filename=\"passwd\"",
                "C:\\temp\\a.exe | attachment; filename=\"a.exe\"",
                "`a\r\nX-Evil: 1.txt` | attachment; filename=\"a__X-Evil: 1.txt\"",
                "a\"b.txt | attachment; filename=\"a_b.txt\"; filename*=UTF-8''a%22b.txt",
                "Größe–1.pdf | attachment; filename=\"Gr__e_1.pdf\"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%E2%80%931.pdf",
                "😀.txt | attachment; filename=\"_.txt\"; filename*=UTF-8''%F0%9F%98%80.txt",
                "100%.txt | attachment; filename=\"100_.txt\"; filename*=UTF-8''100%25.txt"
            })
    void a_name_is_a_name_in_no_directory_and_no_header_of_its_own(String name, String header) {
        assertEquals(header, Inert.disposition(Optional.of(name), "f"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", ".", "a/..", "C:\\", "a/", "", ". ", "..."})
    void what_is_no_name_of_a_file_is_served_as_if_it_had_none(String name) {
        assertEquals(Inert.disposition(Optional.empty(), "f"), Inert.disposition(Optional.of(name), "f"));
        assertEquals("attachment; filename=\"f\"", Inert.disposition(Optional.of(name), "f"));
        assertEquals("attachment", Inert.disposition(Optional.of(name), ".."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nSet-Cookie: b=c", "a\u0000b", "a\u007fb"})
    void control_characters_stay_outside_of_the_header(String name) {
        assertEquals(
                0,
                Inert.disposition(Optional.of(name), "f")
                        .chars()
                        .filter(Character::isISOControl)
                        .count());
    }
}
