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

/** {@code uniqueItems} by order, because a set by hash takes a minute for a megabyte whose hashes were made to collide. */
final class UniqueItems extends AbstractKeyword {

    UniqueItems() {
        super("uniqueItems");
    }

    @Override
    public KeywordValidator newValidator(SchemaLocation at, JsonNode rule, Schema parent, SchemaContext context) {
        return new Check(at, rule, parent, context);
    }

    private final class Check extends BaseKeywordValidator {

        private final boolean wanted;

        Check(SchemaLocation at, JsonNode rule, Schema parent, SchemaContext context) {
            super(UniqueItems.this, rule, at, parent, context);
            this.wanted = rule.asBoolean(false);
        }

        @Override
        public void validate(ExecutionContext execution, JsonNode value, JsonNode root, NodePath at) {
            if (wanted && value.isArray() && hasTwins(value)) {
                execution.addError(error().instanceNode(value)
                        .instanceLocation(at)
                        .evaluationPath(execution.getEvaluationPath())
                        .build());
            }
        }

        private static boolean hasTwins(JsonNode array) {
            Budget budget = Budget.current();
            Set<String> seen = new TreeSet<>();
            for (JsonNode item : array) {
                budget.tick();
                if (!seen.add(item.toString())) {
                    return true;
                }
            }
            return false;
        }
    }
}
