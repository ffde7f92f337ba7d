package io.trove.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonCharsetTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json; charset=iso-8859-1 | iso-8859-1",
                "application/JSON;Charset=UTF-16 | utf-16",
                "application/json ; a=\"; charset=utf-8\" ; charset=\"Latin\\1\" | latin1",
                "application/json; charset=utf-8; charset=utf-16 | utf-16",
                "application/json; charset=\"\" | ''",
                "application/x-ndjson; charset=windows-1252 | windows-1252",
                "application/vnd.trove.common+json; charset=utf-32 | utf-32",
                "application/cloudevents-batch+json; charset=utf-7 | utf-7",
                "application/merge-patch+json; charset=koi8-r | koi8-r"
            })
    void json_in_another_charset_is_not_read(String contentType, String charset) {
        assertEquals(charset, JsonCharset.notRead(contentType).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json; charset=utf-8",
                "application/json;CHARSET=\"UTF-8\"",
                "application/json; charset=US-ASCII",
                "application/json; a=\"; charset=utf-16\"",
                "application/json; q=0.5;; x=y",
                "text/plain; charset=iso-8859-1",
                "multipart/form-data; boundary=json; charset=utf-16",
                "text/csv; x=application/json; charset=utf-16"
            })
    void json_in_utf_8_is_read_and_what_is_no_json_is_not_looked_at(String contentType) {
        assertEquals(true, JsonCharset.notRead(contentType).isEmpty());
    }
}
