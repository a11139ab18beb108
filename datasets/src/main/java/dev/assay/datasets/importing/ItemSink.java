package dev.assay.datasets.importing;

/**
 * Takes items of a file into the tables of one module.
 *
 * <p>The modules that own the tables contribute their sinks as {@link Provider}s found by {@link java.util.ServiceLoader}, as they do
 * with {@link dev.assay.datasets.study.SchemaPart}: a program that can open a study can import into all of it.
 */
public interface ItemSink {

    /** Makes the sink of one file. */
    interface Provider {
        ItemSink open(FileImport file);
    }

    boolean takes(Item item);

    /** Stores what is new. Never overwrites: what contradicts the study is rejected. */
    Taken take(Item item);

    /** All items of the file were taken; called before the transaction ends. */
    default void finish() {}
}
