package io.trove.jsonschema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the suite of the specification does not ask of formats: above all what a company calls its own hosts. */
class FormatsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "email joe@localhost joe@intranet.local a@b.test user@host.internal user@corp.lan a@b.c a@1.2 a@[10.0.0.1] a@[ipv6:fe80::1] \"\\\"\"@b.c",
                "idn-email joe@intranet.local é@é.local 实例@例子.测试 a@xn--nxasmq6b",
                "hostname intranet a.local printer.lan host.internal 1 xn--nxasmq6b",
                "idn-hostname intranet a.local é.local münchen.intern straße",
                "uri urn:x:y file:///a http://host.local/ http://intranet http://a_b/ s3://my_bucket/k tag:x@y.local,2024:z x: http://[v1.x]/ http://[fe80::1%25eth0]/ http://a:/ http://u:p@h/",
                "uri-reference #x ?x //h ./a:b //h:80 ;x",
                "iri http://é.local/ü urn:x:é file:///ü http://a/?\uE000",
                "iri-reference ü #ü //é",
                "ipv4 10.0.0.1 0.0.0.0",
                "ipv6 :: fe80::1 ::ffff:1.2.3.4 1:2:3:4:5:6:7::",
                "date-time 1998-12-31T23:59:60Z 1998-12-31T15:59:60.123-08:00 0000-01-01t00:00:00z",
                "time 23:59:60Z 00:29:60+00:30",
                "duration P1D P1W PT36H p1d",
                "uuid 00000000-0000-0000-0000-000000000000 FFFFFFFF-ffff-FFFF-ffff-FFFFFFFFFFFF",
                "json-pointer /a#b / /~0~1 /é",
                "relative-json-pointer 0 0# 1/a#b 0+1 1-2/a",
                "uri-template {a} {+a,b:3,c*} http://h.local/{x} {?q} é {=a}",
                "regex (?=a) a{0,5000}"
            })
    void what_is_of_a_format_has_it(String line) {
        assertEach(line, true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "email é@b.com a@é.com a@-b.com a@b..c a@b. a@b_c.com a@[IPv6:x] a@[300.1.1.1] a@[b] \"a@b.c \"a\"b@c a.@b @b a@ a@b@c",
                "idn-email a@b..c a@b_c.com a@b。c a@-é.c",
                "hostname a_b a. -a xn--X é.com",
                "idn-hostname a_b -a",
                "uri /a a 1a:x :x http://a:x/ http://a@b@c/ http://[::1 http://[::01.2.3.4]/ http://[1::2::3]/ http://[x]/ http://a/%zz http://a/[x] http://é/ http://a#b#c http://a/{x}",
                "uri-reference 1:b \\\\ //h:x //a@b@c %",
                "iri http://a/\uE000 a http://a/%é",
                "ipv4 01.1.1.1 1.1.1 256.1.1.1",
                "ipv6 1::2::3 ::: fe80::1%eth0 1:2:3:4:5:6:7:8:: ::1/64",
                "date-time 1998-12-31T23:58:60Z 2024-01-01T00:00:00 2023-02-29T00:00:00Z 2024-01-01T24:00:00Z",
                "time 22:59:60Z 24:00:00Z 10:00:00",
                "duration P1Y2D PT1H2S P PT P1Y1W PT0.5S -P1D",
                "uuid urn:uuid:00000000-0000-0000-0000-000000000000",
                "json-pointer a #/a /~ /~2",
                "relative-json-pointer 01 -1 0+0 0+ 0+01 0## 0/~",
                "uri-template { {a } {} {?} {a:0} {a:10000} {a*:3} {a..b} {a,} \\ %zz <",
                "regex ( a{2,1}"
            })
    void what_is_not_of_a_format_does_not(String line) {
        assertEach(line, false);
    }

    @Test
    void an_address_has_a_bounded_length() {
        assertTrue(schema("email").accepts(Json.of("a".repeat(64) + "@" + "b".repeat(63))));
        for (String address : List.of(
                "a".repeat(65) + "@b",
                "a@" + "b".repeat(64),
                "a@" + "b.".repeat(127) + "bb",
                "\"" + "a".repeat(63) + "\"@b")) {
            assertEquals(false, schema("email").accepts(Json.of(address)), address);
        }
        assertEquals(false, schema("idn-email").accepts(Json.of("é".repeat(33) + "@b")));
    }

    @Test
    void a_long_text_of_a_format_has_it() {
        Map<String, String> parts =
                Map.of("uri-template", "{a}", "json-pointer", "/~0", "uri-reference", "%41", "iri-reference", "é");
        parts.forEach((format, part) -> assertTrue(schema(format).accepts(Json.of(part.repeat(10_000))), format));
    }

    @Test
    void a_format_is_the_same_under_a_meta_schema_of_ones_own() {
        Json meta = json("""
                {"$id": "trove:schema/meta/1", "$schema": "https://json-schema.org/draft/2020-12/schema",
                 "$vocabulary": {"https://json-schema.org/draft/2020-12/vocab/core": true,
                                 "https://json-schema.org/draft/2020-12/vocab/validation": true,
                                 "https://json-schema.org/draft/2020-12/vocab/format-assertion": true}}""");
        References references = uri -> Optional.of(meta).filter(any -> uri.equals("trove:schema/meta/1"));
        JsonSchema schema =
                JsonSchema.of(json("{\"$schema\": \"trove:schema/meta/1\", \"format\": \"email\"}"), references);
        assertTrue(schema.accepts(Json.of("joe@intranet.local")));
        assertEquals(false, schema.accepts(Json.of("joe@")));
    }

    private static Json json(String text) {
        return Json.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertEach(String line, boolean wanted) {
        String[] words = line.split(" ", -1);
        for (int i = 1; i < words.length; i++) {
            assertEquals(wanted, schema(words[0]).accepts(Json.of(words[i])), words[0] + " " + words[i]);
        }
    }

    private static JsonSchema schema(String format) {
        return JsonSchema.of(Json.object(Map.of("format", format)), References.none());
    }
}
