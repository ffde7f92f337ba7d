package io.trove.jsonschema;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.AbstractKeyword;
import com.networknt.schema.keyword.BaseKeywordValidator;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** {@code enum} by order, for the reason that {@link UniqueItems} has. */
final class Enumeration extends AbstractKeyword {

    Enumeration() {
        super("enum");
    }

    @Override
    public KeywordValidator newValidator(SchemaLocation at, JsonNode rule, Schema parent, SchemaContext context) {
        return new Check(at, rule, parent, context);
    }

    private final class Check extends BaseKeywordValidator {

        private final Set<String> values = new TreeSet<>();

        Check(SchemaLocation at, JsonNode rule, Schema parent, SchemaContext context) {
            super(Enumeration.this, rule, at, parent, context);
            rule.forEach(value -> values.add(value.toString()));
        }

        @Override
        public void validate(ExecutionContext execution, JsonNode value, JsonNode root, NodePath at) {
            if (!values.contains(value.toString())) {
                execution.addError(error().instanceNode(value)
                        .instanceLocation(at)
                        .evaluationPath(execution.getEvaluationPath())
                        .build());
            }
        }
    }
}
