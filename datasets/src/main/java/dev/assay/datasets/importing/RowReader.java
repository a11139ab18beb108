package dev.assay.datasets.importing;

import dev.assay.datasets.importing.Elements.Bad;
import dev.assay.datasets.importing.Elements.Element;
import dev.assay.datasets.importing.Elements.Good;
import dev.assay.datasets.importing.RowKind.RowParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** Reads a file of rows. */
record RowReader(RowKind kind, ImportOptions options) implements ItemReader {

    @Override
    public void read(SourceFile file, LongConsumer read, Handler handler) throws IOException {
        RowParser parser = kind.opening().open(file, options);
        List<Item> items = new ArrayList<>();
        try (Elements elements = Elements.open(file, read)) {
            for (Element element = elements.next(); element != null; element = elements.next()) {
                switch (element) {
                    case Bad(var line, var reason) -> handler.bad(line, reason);
                    case Good(var row) -> {
                        items.clear();
                        parse(parser, row, items, handler);
                    }
                }
            }
        }
    }

    private static void parse(RowParser parser, Row row, List<Item> items, Handler handler) {
        try {
            parser.parse(row, items::add);
        } catch (BadRow e) {
            handler.bad(row.line(), e.reason());
            return;
        }
        handler.items(row.line(), items);
    }
}
