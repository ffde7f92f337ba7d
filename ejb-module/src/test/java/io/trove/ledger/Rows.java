package io.trove.ledger;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.Map;

/** What Jakarta Persistence sees of a database, without a container. */
public record Rows(EntityManagerFactory factory, EntityManager entities) implements AutoCloseable {

    public static Rows of(FreshDatabase database) {
        EntityManagerFactory factory = Persistence.createEntityManagerFactory(
                "trove",
                Map.of(
                        "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                        "jakarta.persistence.jtaDataSource", "",
                        "jakarta.persistence.nonJtaDataSource", database.source(),
                        "eclipselink.weaving", "false"));
        return new Rows(factory, factory.createEntityManager());
    }

    @Override
    public void close() {
        entities.close();
        factory.close();
    }
}
