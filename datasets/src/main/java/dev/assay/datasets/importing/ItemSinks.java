package dev.assay.datasets.importing;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** The sinks of one file: those of this module and those that others contribute. */
record ItemSinks(List<ItemSink> sinks) {

    static ItemSinks open(FileImport file) {
        Stream<ItemSink> others = ServiceLoader.load(ItemSink.Provider.class, ItemSinks.class.getClassLoader()).stream()
                .map(provider -> provider.get().open(file));
        return new ItemSinks(Stream.concat(Stream.of(new RecordSink(file)), others).toList());
    }

    Taken take(Item item) {
        for (ItemSink sink : sinks) {
            if (sink.takes(item)) {
                return sink.take(item);
            }
        }
        throw new IllegalStateException("no module of this program takes " + item.kind().field());
    }

    void finish() {
        sinks.forEach(ItemSink::finish);
    }
}
