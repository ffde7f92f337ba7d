package io.trove.console;

import io.trove.event.Times;
import io.trove.start.Inventory;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.eclipse.microprofile.metrics.Counting;
import org.eclipse.microprofile.metrics.Gauge;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** The installation: how it is set, what it stands on, and what it counts of itself. */
@Named("system")
@RequestScoped
public class SystemPage {
    private static final String OURS = "trove_";
    private static final String BUILD = "/META-INF/maven/io.trove/web-module/pom.properties";

    @Inject
    private Chosen chosen;

    @Inject
    private Inventory inventory;

    @Inject
    private MetricRegistry metrics;

    @Inject
    private ServletContext servlet;

    private Inventory.Told told;

    /** Something that is counted: its name, what it is about, and its number. */
    public record MetricLine(String name, String about, String value, String description) {}

    @PostConstruct
    void look() {
        told = inventory.tell(chosen.getCaller());
    }

    public List<Inventory.Setting> getSettings() {
        return told.settings();
    }

    public List<Map.Entry<String, String>> getDatabase() {
        return List.copyOf(told.database().entrySet());
    }

    /** What it runs on, and the versions of what the pages are made with. */
    public List<Map.Entry<String, String>> getPlatform() {
        var all = new ArrayList<Map.Entry<String, String>>();
        all.add(Map.entry("Trove", own()));
        all.add(Map.entry("Server", servlet.getServerInfo()));
        all.addAll(told.platform().entrySet());
        all.add(Map.entry("Faces", version(FacesContext.class)));
        all.add(Map.entry("PrimeFaces", version(org.primefaces.PrimeFaces.class)));
        return all;
    }

    /** When this server was started. */
    public String getSince() {
        var start = ManagementFactory.getRuntimeMXBean().getStartTime();
        return Times.text(Times.micros(Instant.ofEpochMilli(start)));
    }

    /** Trove's own, as the build wrote it into the web module. */
    private String own() {
        try (var written = servlet.getResourceAsStream(BUILD)) {
            if (written == null) {
                return "from its sources";
            }
            var build = new Properties();
            build.load(written);
            return build.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String version(Class<?> part) {
        return Optional.ofNullable(part.getPackage().getImplementationVersion()).orElse("part of the server");
    }

    /** What is counted since the start of this server. */
    public List<MetricLine> getMetrics() {
        return metrics.getMetrics().entrySet().stream()
                .filter(each -> each.getKey().getName().startsWith(OURS))
                .flatMap(each -> number(each.getValue()).map(value -> line(each.getKey(), value)).stream())
                .sorted(Comparator.comparing(MetricLine::name).thenComparing(MetricLine::about))
                .toList();
    }

    private MetricLine line(MetricID id, String value) {
        var about = id.getTags().values().stream().sorted().collect(Collectors.joining(", "));
        var description = metrics.getMetadata(id.getName()).description().orElse("");
        return new MetricLine(id.getName().substring(OURS.length()).replace('_', ' '), about, value, description);
    }

    private static Optional<String> number(Object metric) {
        if (metric instanceof Gauge<?> gauge) {
            return Optional.of(String.valueOf(gauge.getValue()));
        }
        return metric instanceof Counting counting ? Optional.of(Long.toString(counting.getCount())) : Optional.empty();
    }
}
