package io.trove.container;

import io.trove.server.Postgres;
import io.trove.server.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Lays out the server that Arquillian starts: the packaged one without its application, on a site of its own. */
public final class PreparedServer implements LauncherSessionListener {

    /** Arquillian takes any virtual machine with its server's name for its server, also another build's. */
    private static final String NAME = "in-container-" + ProcessHandle.current().pid();

    private static final Path SERVERS = Path.of("target/liberty/wlp/usr/servers");

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        String database = System.getProperty("trove.test.database", "");
        if (database.isEmpty()) {
            return;
        }
        Site site = database.equals("postgresql") ? Site.onPostgres(Postgres.freshDatabase()) : Site.onDerby();
        try {
            Path server = SERVERS.resolve(NAME);
            System.setProperty("trove.test.server", NAME);
            copy(SERVERS.resolve("trove"), server, "server.xml", "bootstrap.properties", "jvm.options", "jdbc");
            Path overrides = Files.createDirectories(server.resolve("configDropins/overrides"));
            Files.writeString(overrides.resolve("in-container.xml"), overrides(site));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String overrides(Site site) {
        String variables = site.variables().entrySet().stream()
                .filter(variable -> variable.getKey().startsWith("TROVE_"))
                .map(variable ->
                        "  <variable name=\"%s\" value=\"%s\"/>\n".formatted(variable.getKey(), variable.getValue()))
                .collect(Collectors.joining());
        return """
                <server>
                  <featureManager><feature>localConnector-1.0</feature></featureManager>
                  <applicationMonitor updateTrigger="polled" pollingRate="200ms"/>
                  <applicationManager startTimeout="1s"/>
                  <enterpriseApplication id="trove" autoStart="false"/>
                %s</server>
                """.formatted(variables);
    }

    private static void copy(Path from, Path to, String... names) throws IOException {
        for (String name : names) {
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
