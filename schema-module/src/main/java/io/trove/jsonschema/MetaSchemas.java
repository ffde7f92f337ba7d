package io.trove.jsonschema;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.dialect.Dialect;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The schemas of schemas, compiled once. */
final class MetaSchemas {

    private static final Map<String, Schema> MET = new ConcurrentHashMap<>();

    private MetaSchemas() {}

    static Schema of(Dialect dialect) {
        return MET.computeIfAbsent(dialect.getId(), uri -> {
            Schema schema = JsonSchema.registry(dialect, References.none(), new Footprint())
                    .getSchema(SchemaLocation.of(uri));
            schema.initializeValidators();
            return schema;
        });
    }
}
