package dev.assay.datasets.exporting;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows as JSON objects: a line each, or the elements of one array, a line each as well. */
final class JsonRowWriter implements RowWriter {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonGenerator generator;
    private final List<String> columns;
    private final boolean asArray;
    private boolean first = true;

    JsonRowWriter(Writer out, List<String> columns, boolean asArray) throws IOException {
        generator = JSON.createGenerator(out);
        generator.setPrettyPrinter(new MinimalPrettyPrinter(""));
        this.columns = columns;
        this.asArray = asArray;
        if (asArray) {
            generator.writeRaw("[\n");
        }
    }

    @Override
    public void row(@Nullable Object... values) throws IOException {
        if (asArray && !first) {
            generator.writeRaw(",\n");
        }
        first = false;
        generator.writeStartObject();
        for (int i = 0; i < columns.size(); i++) {
            generator.writeFieldName(columns.get(i));
            generator.writePOJO(values[i]);
        }
        generator.writeEndObject();
        if (!asArray) {
            generator.writeRaw('\n');
        }
    }

    @Override
    public void close() throws IOException {
        if (asArray) {
            generator.writeRaw(first ? "]\n" : "\n]\n");
        }
        generator.close();
    }
}
