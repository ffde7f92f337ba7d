package io.trove.api;

import static io.trove.api.Ask.header;
import static io.trove.api.Ask.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trove.event.Json;
import io.trove.server.Server;
import io.trove.server.Site;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class OwnDialectIT {

    private static final Path LIBERTY = Path.of("target/liberty/wlp").toAbsolutePath();
    private static final Path SERVERS = LIBERTY.resolve("usr/servers");
    private static final String NAME = "own-dialect";

    @Test
    void a_dialect_in_a_jar_of_the_application_is_spoken() throws IOException {
        copy(SERVERS.resolve("trove"), SERVERS.resolve(NAME));
        addToLib(SERVERS.resolve(NAME).resolve("apps/ear.ear"), jar());
        var command = List.of(LIBERTY.resolve("bin/server").toString(), "run", NAME);

        try (Server server = Site.onDerby().startedBy(command).start()) {
            var ask = Ask.freshLedger(server);
            var type = "application/vnd.trove.shout+json";
            var receipt = server.send(server.request(ask.events())
                    .header("Content-Type", type)
                    .POST(BodyPublishers.ofString("{\"TYPE\":\"DOOR.OPENED\"}"))
                    .build());

            assertEquals(201, receipt.statusCode(), receipt.body());
            assertEquals("door", text(receipt, "/entity/type"));
            var read = ask.get(header(receipt, "Location") + "?dialect=shout");
            assertEquals("DOOR.OPENED", text(read, "/TYPE"));
            assertEquals("door.opened", text(ask.get(header(receipt, "Location")), "/type"));

            ask.append("{\"type\":\"door.closed\",\"message\":\"softly\"}");
            var lines = server.send(server.request(ask.events() + "?order=asc&dialect=shout")
                            .header("Accept", "application/x-ndjson")
                            .build())
                    .body()
                    .lines()
                    .toList();
            assertEquals(3, lines.size(), "two events, and why there is no third");
            var problem = Json.parse(lines.get(2).getBytes(StandardCharsets.UTF_8));
            assertEquals(Json.of(500), problem.at("/problem/status").orElseThrow());
        }
    }

    private static byte[] jar() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var jar = new ZipOutputStream(bytes);
                InputStream type = Shout.class.getResourceAsStream("Shout.class")) {
            jar.putNextEntry(new ZipEntry("META-INF/services/io.trove.dialect.Dialect"));
            jar.write("io.trove.api.Shout\n".getBytes(StandardCharsets.UTF_8));
            jar.putNextEntry(new ZipEntry("io/trove/api/Shout.class"));
            jar.write(type.readAllBytes());
        }
        return bytes.toByteArray();
    }

    private static void addToLib(Path ear, byte[] jar) throws IOException {
        try (FileSystem inside = FileSystems.newFileSystem(ear)) {
            Files.write(inside.getPath("/lib/shout.jar"), jar);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        for (String name : List.of("server.xml", "bootstrap.properties", "jvm.options", "jdbc", "apps")) {
            try (Stream<Path> files = Files.walk(from.resolve(name))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path copy = to.resolve(from.relativize(file));
                    Files.createDirectories(copy.getParent());
                    Files.write(copy, Files.readAllBytes(file));
                }
            }
        }
    }
}
