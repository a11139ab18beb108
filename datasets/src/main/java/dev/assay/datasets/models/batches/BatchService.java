package dev.assay.datasets.models.batches;

import java.nio.file.Path;
import java.util.Optional;

/** The port behind which a service with batches lies. Every call is one attempt; it throws {@link dev.assay.datasets.models.ModelFailedException}. */
public interface BatchService extends AutoCloseable {

    /** The service's id of a file of this name that was uploaded before; empty if there is none, or the service does not list its files. */
    Optional<String> findFile(String fileName);

    /**
     * Uploads the file of a batch.
     *
     * @return the service's id of it
     */
    String upload(Path file, String fileName);

    /** The batch that was made from this file before; empty if there is none, or the service does not list its batches. */
    Optional<RemoteBatch> findBatch(String remoteFile, String batchId);

    /**
     * Has the service begin.
     *
     * @param batchId our id, which the service gets as metadata
     */
    RemoteBatch create(String remoteFile, String batchId);

    /** Empty if the service knows no such batch any more. */
    Optional<RemoteBatch> get(String remoteId);

    /** Asks the service to stop; calls in flight may still be made. */
    RemoteBatch cancel(String remoteId);

    /** Writes a file of the service to a file here, which exists and is replaced. It is as it came: see {@link #withoutSecrets}. */
    void download(String remoteFile, Path target);

    /** What the service has said, without keys, should it have repeated one. */
    String withoutSecrets(String text);

    @Override
    void close();
}
