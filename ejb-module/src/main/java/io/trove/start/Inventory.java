package io.trove.start;

import io.trove.access.Access;
import io.trove.access.Permission;
import io.trove.files.StoreAnswers;
import io.trove.ledger.Caller;
import io.trove.ledger.LedgerName;
import io.trove.ledger.Ledgers;
import io.trove.ledger.StoreUnavailable;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;

/** Tells who runs the installation how this server is set and what it stands on; never a secret. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Inventory {

    private static final String PREFIX = "TROVE_";

    @Resource(lookup = "jdbc/trove", shareable = false)
    private DataSource database;

    @Inject
    private Config config;

    @Inject
    private Access access;

    @Inject
    private Ledgers ledgers;

    @Inject
    private StoreAnswers files;

    /** A variable, what it is set to, and by whom; a secret says only whether it is set. */
    public record Setting(String name, String value, String source) {}

    /** All of it: the settings, and what there is, by name. */
    public record Told(List<Setting> settings, Map<String, String> database, Map<String, String> platform) {

        public Told {
            settings = List.copyOf(settings);
        }
    }

    /** What there is, for who may manage the installation. */
    public Told tell(Caller caller) {
        access.demand(
                caller, ledgers.find(LedgerName.INSTALLATION), Permission.ACCESS_MANAGE, "Looking at the installation");
        return new Told(settings(), database(), platform());
    }

    private List<Setting> settings() {
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> name.startsWith(PREFIX))
                .distinct()
                .sorted()
                .map(this::setting)
                .toList();
    }

    private Setting setting(String name) {
        String value = config.getOptionalValue(name, String.class).orElse("");
        return new Setting(name, shown(name, value), source(name));
    }

    static String shown(String name, String value) {
        if (name.endsWith("_PASSWORD") || name.endsWith("_KEY")) {
            return value.isEmpty() ? "" : "set, and not shown";
        }
        return value.replaceAll("(?i)(password=)[^&;]*", "$1***").replaceAll("//[^/@]*:[^/@]*@", "//***@");
    }

    private static String source(String name) {
        return System.getenv(name) == null ? "default" : "environment";
    }

    private Map<String, String> database() {
        try (Connection connection = database.getConnection()) {
            DatabaseMetaData about = connection.getMetaData();
            var told = new LinkedHashMap<String, String>();
            told.put("Database", about.getDatabaseProductName() + " " + about.getDatabaseProductVersion());
            told.put("Driver", about.getDriverName() + " " + about.getDriverVersion());
            told.put("Address", shown("", Optional.ofNullable(about.getURL()).orElse("")));
            told.put("User", Optional.ofNullable(about.getUserName()).orElse(""));
            told.put("Files are kept in", config.getValue("TROVE_BLOBS", String.class));
            files.failure().ifPresent(why -> told.put("Files cannot be kept or read", why));
            return told;
        } catch (SQLException failure) {
            throw StoreUnavailable.nothingWritten(failure);
        }
    }

    private static Map<String, String> platform() {
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        var told = new LinkedHashMap<String, String>();
        told.put("Java", System.getProperty("java.vendor") + " " + Runtime.version());
        told.put("System", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        told.put("Processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        told.put("Heap", "%d of %d MiB".formatted(heap.getUsed() >> 20, heap.getMax() >> 20));
        return told;
    }
}
