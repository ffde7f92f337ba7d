package io.trove.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.trove.event.Json;
import io.trove.event.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JobFormTest {

    @Test
    void an_export_of_types_and_of_everything() {
        assertRequest(
                "{\"job\":\"export\",\"filter\":{\"type\":[\"document.*\",\"session.held\"]},\"gzip\":true}",
                "kind",
                "export",
                "types",
                " document.*, session.held ",
                "gzip",
                "true");
        assertRequest("{\"job\":\"export\"}", "kind", "export", "types", " , ");
    }

    @Test
    void what_the_fields_of_another_kind_say_counts_for_nothing() {
        assertRequest(
                "{\"job\":\"replay\",\"fold\":\"net\",\"switch\":\"ifEqual\"}",
                "kind",
                "replay",
                "fold",
                "net",
                "switch",
                "ifEqual",
                "types",
                "document.*",
                "onError",
                "stop");
        assertRequest("{\"job\":\"verify\"}", "kind", "verify", "switch", "asked", "onError", "stop");
    }

    @Test
    void an_import_and_a_lift() {
        assertRequest(
                "{\"job\":\"import\",\"from\":{\"url\":\"https://a.example/api/b/production\"},\"onError\":\"stop\"}",
                "kind",
                "import",
                "url",
                "https://a.example/api/b/production",
                "onError",
                "stop");
        assertRequest(
                "{\"job\":\"lift\",\"schema\":\"order.placed\",\"to\":\"2.0\"}",
                "kind",
                "lift",
                "schema",
                "order.placed",
                "to",
                "2.0");
    }

    @Test
    void an_export_by_more_than_its_types_and_an_import_of_what_was_exported_here() {
        assertRequest(
                "{\"job\":\"export\",\"filter\":{\"index\":{\"author\":\"mei\"},\"actorId\":\"jane\",\"recordedSince\":\"2024-03-15T00:00:00Z\"}}",
                "kind",
                "export",
                "options",
                "{\"filter\":{\"index\":{\"author\":\"mei\"},\"actorId\":\"ahmed\"}}",
                "actorId",
                "jane",
                "recordedSince",
                "2024-03-15T00:00:00Z");
        assertRequest(
                "{\"job\":\"import\",\"from\":{\"ledger\":\"demo/staging\",\"job\":7},\"files\":false}",
                "kind",
                "import",
                "exported",
                "demo/staging",
                "exportJob",
                "7",
                "leave",
                "true");
    }

    @Test
    void an_export_by_a_name_an_import_of_a_file_and_a_lift_to_what_is_not_registered() {
        assertRequest(
                "{\"job\":\"export\",\"filter\":{\"payload.pages\":[\"12\",12]}}",
                "kind",
                "export",
                "term",
                "payload.pages",
                "value",
                "12");
        assertRequest(
                "{\"job\":\"export\",\"filter\":{\"schemaVersion\":[\"1\"]}}",
                "kind",
                "export",
                "term",
                "schemaVersion",
                "value",
                "1");
        assertRequest(
                "{\"job\":\"import\",\"from\":{\"blob\":\"sha256:00\"},\"dialect\":\"cloudevents\"}",
                "kind",
                "import",
                "blob",
                "sha256:00",
                "dialect",
                "cloudevents");
        assertRequest(
                "{\"job\":\"lift\",\"schema\":\"order.placed\",\"candidate\":{\"schema\":{}}}",
                "kind",
                "lift",
                "schema",
                "order.placed",
                "candidate",
                "{\"schema\":{}}");
    }

    @Test
    void what_is_typed_as_json_stays_where_no_field_says_otherwise() {
        assertRequest(
                "{\"job\":\"export\",\"filter\":{\"actorId\":\"jane\"}}",
                "kind",
                "export",
                "options",
                "{\"job\":\"replay\",\"filter\":{\"actorId\":\"jane\"}}");
        assertThrows(Malformed.class, () -> request("kind", "export", "options", "{"));
    }

    private static void assertRequest(String expected, String... fields) {
        assertEquals(Json.parse(expected.getBytes(StandardCharsets.UTF_8)), request(fields));
    }

    private static Json request(String... fields) {
        Map<String, String> typed = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            typed.put(fields[i], fields[i + 1]);
        }
        return new JobForm(name -> typed.getOrDefault(name, "")).request();
    }
}
