package io.trove.containment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trove.event.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CasesDocumentationTest {

    @Test
    void the_documentation_has_the_table_that_is_tested() throws IOException {
        List<String> tested = new ArrayList<>();
        for (Json one : ContainmentCasesTest.cases()) {
            tested.add(String.join(
                    " ",
                    text(one, "name"),
                    member(one, "before"),
                    member(one, "after"),
                    text(one, "backward"),
                    text(one, "forward")));
        }
        assertEquals(tested, documented());
    }

    private static List<String> documented() throws IOException {
        List<String> rows = new ArrayList<>();
        String page = Files.readString(page());
        for (String line : page.substring(page.indexOf("\n## The table")).split("\n", -1)) {
            String[] cells = line.replace("\\|", "\u0000").split("\\|", -1);
            if (cells.length == 7 && cells[2].contains("`")) {
                rows.add(String.join(
                        " ", cells[1].strip(), schema(cells[2]), schema(cells[3]), cells[4].strip(), cells[5].strip()));
            }
        }
        return rows;
    }

    private static String schema(String cell) {
        String text = cell.strip().replace("`", "").replace('\u0000', '|');
        return Json.parse(text.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static String text(Json of, String member) {
        return of.member(member).flatMap(Json::text).orElseThrow();
    }

    private static String member(Json of, String member) {
        return of.member(member).orElseThrow().toString();
    }

    private static Path page() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(directory -> directory.resolve("docs/compatibility.md"))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow();
    }
}
