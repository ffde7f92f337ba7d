package io.trove.jsonschema;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.AbstractKeyword;
import com.networknt.schema.keyword.DynamicRefValidator;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.keyword.RefValidator;
import com.networknt.schema.keyword.UnevaluatedItemsValidator;
import com.networknt.schema.keyword.UnevaluatedPropertiesValidator;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Keywords that the library follows no further until a value is there; here what refers to nothing is found when a schema is compiled. */
final class EarlyReferences extends AbstractKeyword {

    private interface Compiled {
        KeywordValidator of(SchemaLocation at, JsonNode rule, Schema parent, SchemaContext context);
    }

    static final Map<String, EarlyReferences> ALL = Map.of(
            "unevaluatedItems",
                    new EarlyReferences(
                            "unevaluatedItems",
                            (at, rule, parent, context) -> new UnevaluatedItemsValidator(at, rule, parent, context) {
                                @Override
                                public void preloadSchema() {
                                    context.newSchema(at, rule, parent).initializeValidators();
                                }
                            }),
            "unevaluatedProperties",
                    new EarlyReferences(
                            "unevaluatedProperties",
                            (at, rule, parent, context) ->
                                    new UnevaluatedPropertiesValidator(at, rule, parent, context) {
                                        @Override
                                        public void preloadSchema() {
                                            context.newSchema(at, rule, parent).initializeValidators();
                                        }
                                    }),
            "$dynamicRef",
                    new EarlyReferences(
                            "$dynamicRef",
                            (at, rule, parent, context) -> new DynamicRefValidator(at, rule, parent, context) {
                                /** Where it leads before anything is known of who refers to it: as {@code $ref} does. */
                                @Override
                                public void preloadSchema() {
                                    new RefValidator(at, rule, parent, context).preloadSchema();
                                }
                            }));

    private final Compiled compiled;

    private EarlyReferences(String keyword, Compiled compiled) {
        super(keyword);
        this.compiled = compiled;
    }

    @Override
    public KeywordValidator newValidator(SchemaLocation at, JsonNode rule, Schema parent, SchemaContext context) {
        return compiled.of(at, rule, parent, context);
    }
}
