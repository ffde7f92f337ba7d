package io.trove.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trove.event.Json;
import io.trove.server.Server;
import io.trove.server.Site;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every operation × every role × one's own ledger and a foreign one: allowed, refused or hidden, by the lines of {@code
 * matrix.txt}. An operation without a line there fails.
 */
class MatrixIT {

    private static final Path DESCRIPTION = Path.of("../web-module/src/main/resources/META-INF/openapi.yaml");
    private static final Pattern PATH = Pattern.compile("^  (/api/\\S*):$");
    private static final Pattern VERB = Pattern.compile("^    (get|post|put|patch|delete):$");
    private static final Pattern PROBLEM = Pattern.compile("\"type\":\"urn:trove:problem:([a-z-]+)\"");
    private static final Set<String> HIDDEN = Set.of("ledger-unknown", "organization-unknown");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** What an operation takes, and a body that it understands so far. */
    private record Line(List<String> takes, String body) {}

    private final Map<String, Line> matrix = matrix();
    private final List<String> wrong = new ArrayList<>();

    @Test
    void every_operation_has_a_line_and_every_line_an_operation() throws IOException {
        Set<String> described = new TreeSet<>();
        String path = "";
        for (String line : Files.readAllLines(DESCRIPTION)) {
            Matcher isPath = PATH.matcher(line);
            Matcher isVerb = VERB.matcher(line);
            if (isPath.matches()) {
                path = isPath.group(1);
            } else if (isVerb.matches()) {
                described.add(isVerb.group(1) + " " + path);
            }
        }
        Set<String> without = new TreeSet<>(described);
        without.removeAll(matrix.keySet());
        Set<String> needless = new TreeSet<>(matrix.keySet());
        needless.removeAll(described);
        assertEquals(
                Set.of(),
                without,
                "add a line for each to ear/src/test/resources/matrix.txt: operation | the permissions that it takes | a body");
        assertEquals(Set.of(), needless, "take these lines out of ear/src/test/resources/matrix.txt");
    }

    @Test
    void each_role_is_let_in_where_its_permissions_say_and_nowhere_else() {
        try (Server server = Site.onDerby().start()) {
            server.post("/api/organizations", "{\"name\": \"own\"}");
            server.post("/api/organizations", "{\"name\": \"foreign\"}");
            put(server, "/api/organizations/own/roles/none", "{}");
            for (Role role : Role.shipped()) {
                check(server, role.name(), permissions(role));
            }
            check(server, "none", Set.of());
        }
        assertEquals("", String.join("\n", wrong));
    }

    private void check(Server server, String role, Set<String> has) {
        put(server, "/api/organizations/own/principals/a-" + role, """
                {"roles": [{"role": "%s", "environments": ["production"]}]}""".formatted(role));
        String made = server.post("/api/organizations/own/keys", "{\"principal\": \"a-" + role + "\"}")
                .body();
        String key = Json.parse(made.getBytes(StandardCharsets.UTF_8))
                .member("key")
                .flatMap(Json::text)
                .orElseThrow();
        server.post("/api/own/production/events", """
                {"type": "x.created", "id": {"id": "%1$s"}, "entity": {"type": "x", "id": "%1$s"}}""".formatted(role));
        matrix.forEach((operation, line) -> {
            expect(role, operation, "own", expected(line, has), ask(server, key, role, operation, "own", line));
            boolean ofLedger = operation.contains("{organization}");
            String foreign = ofLedger ? "hidden" : expected(line, has);
            expect(role, operation, "foreign", foreign, ask(server, key, role, operation, "foreign", line));
        });
    }

    /** Nobody here administers, neither the organization, whose ledger they have no role in, nor the installation. */
    private static String expected(Line line, Set<String> has) {
        if (line.takes().contains("anyone")) {
            return "allowed";
        }
        Set<String> taken = new TreeSet<>(line.takes());
        boolean isHidden = taken.remove("administration");
        if (!has.containsAll(taken)) {
            return "refused";
        }
        return isHidden ? "hidden" : "allowed";
    }

    private void expect(String role, String operation, String where, String expected, String got) {
        if (!expected.equals(got.split(" ", 2)[0])) {
            wrong.add("%s: %s on its %s ledger is %s, and %s was expected"
                    .formatted(role, operation, where, got, expected));
        }
    }

    private static String ask(
            Server server, String key, String role, String operation, String organization, Line line) {
        String[] both = operation.split(" ", 2);
        String path = both[1].replace("{organization}", organization)
                .replace("{environment}", "production")
                .replace("{id}", role)
                .replace("{position}", "0")
                .replace("{level}", "0")
                .replaceAll("\\{[a-zA-Z]+}", "x");
        String from = path.endsWith("/stream") ? "?after=-1" : "";
        HttpRequest request = HttpRequest.newBuilder(server.uri(path + from))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", path.endsWith("/import") ? "application/x-ndjson" : "application/json")
                .method(
                        both[0].toUpperCase(Locale.ROOT),
                        line.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(line.body()))
                .build();
        try {
            HttpResponse<InputStream> answer = HTTP.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                String said = answer.statusCode() >= 400 ? new String(body.readAllBytes(), StandardCharsets.UTF_8) : "";
                return outcome(answer.statusCode(), said);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String outcome(int status, String said) {
        Matcher problem = PROBLEM.matcher(said);
        String slug = problem.find() ? problem.group(1) : "";
        String kind = "allowed";
        if (status == 403 && slug.equals("forbidden")) {
            kind = "refused";
        } else if (status == 404 && HIDDEN.contains(slug)) {
            kind = "hidden";
        } else if (status == 401 || status >= 500 || slug.equals("not-found")) {
            kind = "broken";
        }
        return "%s (%d %s)".formatted(kind, status, slug);
    }

    private static Set<String> permissions(Role role) {
        return role.permissions().stream().map(Permission::text).collect(Collectors.toSet());
    }

    private static void put(Server server, String path, String body) {
        HttpResponse<String> answer = server.send(server.request(path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body))
                .build());
        assertEquals(201, answer.statusCode(), answer.body());
    }

    private static Map<String, Line> matrix() {
        try (InputStream in = MatrixIT.class.getResourceAsStream("/matrix.txt")) {
            Map<String, Line> lines = new LinkedHashMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" \\| ", 3))
                    .forEach(parts -> lines.put(
                            parts[0], new Line(List.of(parts[1].split(" ")), parts.length < 3 ? "" : parts[2])));
            return lines;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
