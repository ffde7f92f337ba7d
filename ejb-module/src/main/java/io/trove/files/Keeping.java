package io.trove.files;

import io.trove.ledger.Append;
import io.trove.ledger.Appending;
import io.trove.ledger.Database;
import io.trove.ledger.Lease;
import io.trove.ledger.Ledger;
import io.trove.ledger.LedgerName;
import io.trove.ledger.Ledgers;
import io.trove.ledger.StoreUnavailable;
import io.trove.refusal.CannotStart;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The parts of this component, put together from what the container gives. */
@ApplicationScoped
class Keeping {

    private static final System.Logger LOG = System.getLogger("io.trove.files");

    @Resource(lookup = "jdbc/trove", shareable = false)
    private DataSource source;

    @Inject
    @ConfigProperty(name = "TROVE_HOME")
    private String home;

    @Inject
    @ConfigProperty(name = "TROVE_BLOBS")
    private String blobs;

    @Inject
    @ConfigProperty(name = "TROVE_BLOB_BYTES_MAX")
    private long blobBytesMax;

    @Inject
    @ConfigProperty(name = "TROVE_REFERENCE_BYTES_MAX")
    private long referenceBytesMax;

    @Inject
    @ConfigProperty(name = "TROVE_S3_ENDPOINT")
    private Optional<String> endpoint;

    @Inject
    @ConfigProperty(name = "TROVE_S3_REGION")
    private String region;

    @Inject
    @ConfigProperty(name = "TROVE_S3_REFERENCES")
    private String objects;

    @Inject
    private Ledgers ledgers;

    private Database database;
    private Sql sql;
    private S3 s3;
    private Place place;
    private OwnedStore store;
    private Shelf shelf;
    private References references;

    @PostConstruct
    void assemble() {
        try {
            database = Database.of(source);
        } catch (SQLException failure) {
            throw StoreUnavailable.nothingWritten(failure);
        }
        sql = new Sql(source);
        s3 = new S3(Place.endpoint(endpoint), region);
        place = new Place(Path.of(home), blobs);
        store = new OwnedStore(place.store(s3), this::requireOwn);
        shelf = new Shelf(store, new BlobRows(sql), blobBytesMax, Clock.systemUTC());
        references = place.references(s3);
        if (!objects.equals("stream") && !objects.equals("redirect")) {
            throw new CannotStart("TROVE_S3_REFERENCES is " + objects + "; set it to stream or redirect.");
        }
    }

    @PreDestroy
    void close() {
        s3.close();
    }

    private void requireOwn(BlobStore store) throws IOException {
        OneStore.require(sql, ledgers.find(LedgerName.INSTALLATION), store, blobs);
    }

    /** Refuses to start with another store than the installation's, and forgets what arrived by half before. */
    void open() {
        try {
            shelf.clear();
            shelf.store().name();
        } catch (IOException failure) {
            if (!place.isBucket()) {
                throw new CannotStart(
                        "Files cannot be kept in " + blobs + " (" + failure
                                + "); make it writable, or set TROVE_BLOBS.",
                        failure);
            }
            LOG.log(
                    Level.WARNING,
                    "The store of files does not answer, and is used as soon as it does: {0}",
                    failure.getMessage());
        }
    }

    void project(@Observes Appending batch) {
        FileRows.project(batch);
        RootRows.project(batch);
        DriftRows.project(batch);
    }

    Shelf shelf() {
        return shelf;
    }

    OwnedStore store() {
        return store;
    }

    FileRows files() {
        return new FileRows(sql, database);
    }

    RootRows roots() {
        return new RootRows(sql, database);
    }

    References references() {
        return references;
    }

    ProgressRows progress() {
        return new ProgressRows(sql);
    }

    /** The verification of a ledger's files: it goes on as long as it may, and appends what tells of drift. */
    Verification verification(Ledger ledger, BooleanSupplier mayGoOn, Consumer<Append> append) {
        List<Root> granted = roots().roots(ledger, ledgers.head(ledger).size());
        return new Verification(
                ledger, shelf, files(), new DriftRows(sql, database), references, granted, mayGoOn, append);
    }

    /** What is done with a lease. */
    interface Leased {
        boolean with(Lease lease) throws SQLException;
    }

    boolean leased(Ledger ledger, String work, String server, Leased leased) {
        return sql.with(connection -> leased.with(new Lease(database.tables(connection, ledger.id()), work, server)));
    }

    Chores chores(
            Duration verifyEvery, Function<Ledger, Optional<VerificationReport>> newest, Consumer<Ledger> verify) {
        return new Chores(new Sweep(sql, database, shelf.store()), shelf, verifyEvery, newest, verify);
    }

    /** The references of one request of this ledger. */
    Resolving resolving(Ledger ledger) {
        return new Resolving(
                references,
                () -> roots().roots(ledger, ledgers.head(ledger).size()),
                referenceBytesMax,
                System::nanoTime);
    }

    /** An address for an object, when objects are to be read there. */
    Optional<Source.Redirect> redirect(Locator.OfObject object) {
        return objects.equals("redirect")
                ? Optional.of(new Source.Redirect(s3.signed(object, "attachment")))
                : Optional.empty();
    }
}
