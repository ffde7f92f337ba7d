package io.trove.jsonschema;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.format.Format;
import tools.jackson.databind.JsonNode;

/** A format whose texts are short enough to be checked; a longer one is not of the format. */
record BoundedFormat(Format format) implements Format {

    private static final int LENGTH_MAX = 32_768;
    private static final int LENGTH_SHORT = 512;

    @Override
    public String getName() {
        return format.getName();
    }

    @Override
    public String getMessageKey() {
        return format.getMessageKey();
    }

    @Override
    public boolean matches(ExecutionContext execution, SchemaContext context, JsonNode value) {
        if (!value.isString()) {
            return format.matches(execution, context, value);
        }
        String text = value.stringValue();
        if (text.length() > LENGTH_MAX) {
            return false;
        }
        if (text.length() > LENGTH_SHORT) {
            Budget.current().look();
        }
        try {
            return Formats.matches(getName(), text, any -> format.matches(execution, context, value));
        } catch (StackOverflowError deep) {
            return false;
        }
    }
}
